import type { Page } from "@playwright/test";
import { day } from "../house/stage";
import { expect, expectAccessible, isSignedIn, test } from "../house/test";

const SINCE_MONDAY = (new Date(day(0)).getUTCDay() + 6) % 7;
const monday = (weeksAgo: number) => day(-SINCE_MONDAY - 7 * weeksAgo);

/** Twelve whole weeks of a ward that a test has to itself, since what is decided stays. The nights are counted once the server has come up. */
async function openDelays(page: Page, ward: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/reports/delays?from=${monday(12)}&to=${day(-SINCE_MONDAY - 1)}&ward=${ward}`);
    await expect(page.getByRole("heading", { name: "Week by week" })).toBeVisible();
    await expect(page.getByText(/nights? ha(s|ve) no census/)).toHaveCount(0);
  }).toPass();
}

test("a trust lead sets a target, rebases the chart, and takes the target back", { tag: ["@phone", "@wall"] }, async ({ page, complaints }, testInfo) => {
  // Waits for the nights to be counted, and reads four long pages for barriers.
  test.slow();
  complaints.expect(/422/);
  await isSignedIn(page, "helen.whitlock");
  await openDelays(page, { tablet: "cedar-ward", phone: "willow-ward", wall: "hazel-ward" }[testInfo.project.name] ?? "larch-ward");
  const fold = page.locator("details.decide");
  const open = () => fold.locator("summary").first().click();
  await open();
  await expect(fold.getByText("Nothing has been decided about this chart.")).toBeVisible();
  await expectAccessible(page);

  await test.step("what is no target is told beside what was typed", async () => {
    await fold.getByLabel("Target, in bed days").fill("forty");
    await fold.getByRole("button", { name: "Set the target" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "is no target: it is a number from 0 to" })).toBeVisible();
    await expect(fold.getByLabel("Target, in bed days")).toHaveValue("forty");
    await expect(fold.getByLabel("Target, in bed days")).toHaveAccessibleDescription(/is no target/);
    await expectAccessible(page);
  });

  await test.step("the target is a line of the chart, with its icon and its words", async () => {
    await fold.getByLabel("Target, in bed days").fill("400");
    await fold.getByRole("button", { name: "Set the target" }).click();
    await expect(page.getByText("Consistently hits the target of at most 400 bed days.")).toBeVisible();
    const figure = page.locator("figure", { hasText: "Delay days a week" });
    await expect(figure.getByRole("listitem").filter({ hasText: "Consistently hits the target" })).toBeVisible();
    await expect(figure.getByRole("group")).toHaveAccessibleName(/target 400/);
    await expect(page.getByRole("region", { name: "Table: Week by week" }).getByRole("columnheader", { name: "Target" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the chart is rebased with its reason", async () => {
    await open();
    await fold.getByLabel("Compute the limits anew from the week of").selectOption(monday(8));
    await fold.getByLabel("What changed then?").fill("The discharge lounge opened");
    await fold.getByRole("button", { name: "Rebase the chart" }).click();
    await expect(page.getByText(/Rebased from \d\d-[A-Z][a-z]{2}-\d{4}: The discharge lounge opened\./)).toBeVisible();
    await expect(page.getByText("they rest on 8 weeks since the chart was rebased")).toBeVisible();
  });

  await test.step("what is withdrawn is still to be read", async () => {
    await open();
    const target = fold.getByRole("listitem").filter({ hasText: "Target: at most 400 bed days" });
    await target.locator("summary").click();
    await target.getByLabel("Why is it withdrawn?").fill("Not agreed with the board");
    await target.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText("Consistently hits the target")).toHaveCount(0);
    await open();
    await expect(fold.getByText(/Withdrawn by Helen Whitlock, .*: Not agreed with the board/)).toBeVisible();
    await expectAccessible(page);
  });
});

test("a coordinator reads what was decided, and decides nothing", async ({ page, browser, baseURL, complaints }) => {
  const lead = await browser.newPage({ baseURL });
  complaints.listenTo(lead);
  await isSignedIn(lead, "helen.whitlock");
  await openDelays(lead, "avon-ward");
  await lead.locator("details.decide > summary").click();
  await lead.getByLabel("Target, in bed days").fill("12.5");
  await lead.getByRole("button", { name: "Set the target" }).click();
  await expect(lead.getByText("the target of at most 12.5 bed days.")).toBeVisible();
  await lead.close();

  await isSignedIn(page, "tom.reyes");
  await openDelays(page, "avon-ward");
  await page.locator("details.decide > summary").click();
  await expect(page.getByText(/^Target: at most 12.5 bed days Helen Whitlock, /)).toBeVisible();
  await expect(page.getByRole("button", { name: /target|Rebase|Withdraw/ })).toHaveCount(0);
});

test("on paper a report is its figures, and nothing to press", async ({ page }) => {
  await isSignedIn(page, "helen.whitlock");
  await openDelays(page, "beech-ward");
  await page.emulateMedia({ media: "print" });
  for (const part of [".report-filter", ".report-take", ".report-links", ".decide", ".top-bar"]) await expect(page.locator(part)).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.locator(".report__stamp")).toContainText(/^Counted .* for Helen Whitlock · Period: .* · OFFICIAL-SENSITIVE: NHS$/);
  await expect(page.getByText("The days from the discharge ready date").first()).toBeVisible();
  await expect(page.locator(".report__table thead").first()).toHaveCSS("display", "table-header-group");
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  expect(pdf.toString("latin1"), "A4 upright").toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
});
