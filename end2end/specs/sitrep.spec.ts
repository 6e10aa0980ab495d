import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { day, expect, expectAccessible, isSignedIn, signIn, test } from "../house/test";

/** A server that has just started counts its nights first. */
async function openDay(page: Page, daysAgo: number): Promise<void> {
  await expect(async () => {
    await page.goto(`/reports/sitrep?day=${day(-daysAgo)}`);
    await expect(page.getByRole("region", { name: "Table: To be checked" })).toBeVisible({ timeout: 500 });
  }).toPass();
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`a day's figures, ${colorScheme}, have no barrier`, { tag: ["@wall", "@phone"] }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await isSignedIn(page, "helen.whitlock");
    await openDay(page, 3);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Situation report");
    await expect(page.getByLabel("Your name")).toBeVisible();
    await expectAccessible(page);
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("Helen checks a day, signs it, and takes it along", async ({ page }) => {
    await signIn(page, "helen.whitlock");
    await page.getByRole("link", { name: "Situation report" }).click();
    await openDay(page, 2);
    await expect(page.getByText("Not signed yet: the figures can still change.")).toBeVisible();
    const figures = page.getByRole("region", { name: /^Table: \w+day, / });
    await expect(figures.getByRole("columnheader")).toHaveText(["Figure", "This day", "The day before", "A week before", "Jump"]);
    await page.getByLabel("Remark (may be left empty)").fill("Oak Ward was closed for a day.");
    await page.getByLabel("Your name").fill("Helen Whitlock");
    await page.getByRole("button", { name: "Sign the day" }).click();

    await expect(page.getByText(/^Signed by Helen Whitlock on /)).toBeVisible();
    await expect(page.getByRole("region", { name: "Table: Signatures" })).toContainText("Oak Ward was closed for a day.");
    await expect(page.getByRole("navigation", { name: "The last two weeks" }).locator("[aria-current]")).toContainText("Signed");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV in the national layout" }).click();
    const file = await readFile(await (await download).path(), "utf8");
    expect(file.split("\r\n")[0]).toContain("Period,Level,Region,ICB,Org Code,Org Name,Metric,Metric Type,Metric Group,Value");
  });
});

test("of two who sign at once, the second is told who signed", async ({ page, anotherPerson, complaints }) => {
  complaints.expect(/422/);
  await isSignedIn(page, "helen.whitlock");
  const tom = await anotherPerson();
  await isSignedIn(tom, "tom.reyes");
  await openDay(page, 4);
  await openDay(tom, 4);
  for (const [who, name] of [[page, "Helen Whitlock"], [tom, "Tom Reyes"]] as const) {
    await who.getByLabel("Your name").fill(name);
    await who.getByLabel("Remark (may be left empty)").fill(`Checked by ${name}`);
    await who.getByRole("button", { name: "Sign the day" }).click();
    await expect(who.getByText(/Helen Whitlock signed this day|Signed by Helen Whitlock/).first()).toBeVisible();
  }
  await expect(tom.getByRole("alert", { name: "There is a problem" })).toContainText("Helen Whitlock signed this day on");
  await expect(tom.getByRole("region", { name: "Table: Signatures" }).getByRole("row")).toHaveCount(2);
  await expect(tom.getByLabel("Remark (may be left empty)"), "what was typed is still there").toHaveValue("Checked by Tom Reyes");
  await expectAccessible(tom);
});

test("a name that is another's signs nothing", async ({ page, complaints }) => {
  complaints.expect(/422/);
  await isSignedIn(page, "helen.whitlock");
  await openDay(page, 5);
  await page.getByLabel("Your name").fill("Tom Reyes");
  await page.getByRole("button", { name: "Sign the day" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("You are signed in as Helen Whitlock");
  await expect(page.getByText("Not signed yet")).toBeVisible();
});
