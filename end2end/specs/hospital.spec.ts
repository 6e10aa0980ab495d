import type { Locator, Page } from "@playwright/test";
import { endOfToday, expect, expectAccessible, isLive, isSignedIn, openBoard, rowOf, test } from "../house/test";

const HOUR = 3_600_000;

test("the hospital at a glance follows what happens on its wards", async ({ page, anotherPerson, stage }) => {
  const lead = await anotherPerson();
  await isSignedIn(lead, "helen.whitlock");
  await lead.goto("/wards");
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await isLive(page);

  const total = totalOf(page, "Overdue");
  const before = await figure(total);
  const patient = await stage.admit({
    family: "Sugden",
    given: "Amy",
    title: "Mrs",
    ward: "severn-ward",
    tasks: [{ title: "Grab rails", team: "EQUIP", due: new Date(Date.now() - 3 * HOUR) }],
  });
  await expect(total).toHaveText(new RegExp(`^${before + 1}\\b`));
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date().toISOString() });

  await test.step("she is one thing from home, and the tap leads to her", async () => {
    const one = page.getByRole("region", { name: /^One thing from home/ }).getByRole("listitem").filter({ hasText: patient.name });
    await page.goto("/board?one-thing=yes&team=EQUIP");
    await isLive(page);
    await expect(rowOf(page, patient)).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("region", { name: /^One thing from home/ })).toBeVisible();
    await expect(one.or(page.getByRole("link", { name: /^All \d+$/ })).first()).toBeVisible();
  });

  await test.step("what waits for a team leads to its patients", async () => {
    await page.getByRole("region", { name: "What holds us up now" }).getByRole("link", { name: "Equipment service" }).tap();
    await expect(page).toHaveURL(/\/board\?team=EQUIP$/);
    await expect(rowOf(page, patient)).toBeVisible();
  });

  await test.step("the trust lead sees the figures and no patient", async () => {
    await expect(lead.getByRole("heading", { level: 2, name: "What holds us up now" })).toBeVisible();
    await expect(lead.getByRole("link", { name: "Equipment service" })).toHaveCount(0);
    await expect(lead.getByText("One thing from home")).toHaveCount(0);
    await expectAccessible(lead);
  });
});

test("a card counts the beds that are taken, and who is here without one", async ({ page, stage }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await isLive(page);
  const beds = cardOf(page, "Cedar Ward").getByText(/ of \d+ beds/);
  const [, taken, without = "0"] = /^(\d+ of \d+) beds(?:, and (\d+) without a bed)?$/.exec(await beds.innerText()) ?? [];
  const after = Number.parseInt(without, 10) + 1;
  await stage.admit({ family: "Thwaite", given: "Nora", title: "Mrs" });
  await expect(beds).toHaveText(`${taken} beds, and ${after} without a bed`);
  await openBoard(page, "cedar-ward");
  await expect(page.locator(".ward-summary div").filter({ hasText: "Beds" })).toContainText(`${taken}`);
  await expect(page.locator(".ward-summary div").filter({ hasText: "Without a bed" })).toContainText(`${after}`);
});

test("what is due today is counted, and leads to its list", async ({ page, stage }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await isLive(page);
  const total = totalOf(page, "Due today");
  const before = await figure(total);
  const patient = await stage.admit({ family: "Umber", given: "Olive", title: "Mrs", tasks: [{ title: "Grab rails", due: endOfToday() }] });
  await expect(total).toHaveText(new RegExp(`^${before + 1}\\b`));
  await total.tap();
  await expect(page).toHaveURL(/\/board\?due=today$/);
  await expect(page.getByText(/patients shown: Due today$/)).toBeVisible();
  await expect(rowOf(page, patient)).toBeVisible();
});

test("a pharmacist has the pharmacy's tasks counted, and no beds", async ({ page, stage }) => {
  await isSignedIn(page, "nadia.rahman");
  await page.goto("/wards");
  await isLive(page);
  await expect(page.getByText(/ of \d+ beds/)).toHaveCount(0);
  await expect(page.getByRole("term").filter({ hasText: "Beds" })).toHaveCount(0);
  const here = cardOf(page, "Cedar Ward").getByText(/ with a task for your team$/);
  const total = totalOf(page, "Overdue");
  const [patients, late] = [await figure(here), await figure(total)];
  const due = new Date(Date.now() - HOUR);
  const tasks = [{ title: "Door lock mended", due }, { title: "Inhaler counselled", team: "PHA", due }];
  const patient = await stage.admit({ family: "Verity", given: "Prue", title: "Mrs", tasks });
  await expect(here).toHaveText(new RegExp(`^${patients + 1} patients? with`));
  await expect(total).toHaveText(new RegExp(`^${late + 1}\\b`));
  await expectAccessible(page);

  await test.step("one thing from home is nobody whom others hold up too", async () => {
    await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date().toISOString() });
    await page.goto("/board?one-thing=yes&team=PHA");
    await isLive(page);
    await expect(rowOf(page, patient)).toHaveCount(0);
    await stage.does(patient.stay, { do: "complete_task", task: 1 });
    await expect(rowOf(page, patient)).toBeVisible();
  });
});

test("figures are counted again when a minute begins, though nothing happens", async ({ page }) => {
  await page.clock.install();
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await isLive(page);
  const asks = page.waitForRequest((request) => request.url().endsWith("/api/fn/overview"));
  await page.clock.fastForward(60_000);
  await asks;
});

test("the worst ward comes first, once no finger is on the page", async ({ page, stage }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await isLive(page);
  const cards = page.locator(".ward-card");
  const overdueOf = async (card: Locator): Promise<number> => figure(card.getByRole("definition").first());
  const [worst, next] = await cards.getByRole("link").allInnerTexts();
  const behind = (await overdueOf(cards.nth(0))) - (await overdueOf(cards.nth(1)));
  const ward = (await cards.nth(1).getByRole("link").getAttribute("href"))?.replace("/wards/", "");
  const total = totalOf(page, "Overdue");
  const before = await figure(total);

  const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
  await page.mouse.move((heading?.x ?? 0) + 2, (heading?.y ?? 0) + 2);
  await page.mouse.down();
  const tasks = Array.from({ length: behind + 1 }, (_, nth) => ({ title: `Chased ${nth + 1}`, due: new Date(Date.now() - HOUR) }));
  await stage.admit({ family: "Winstanley", given: "Rose", title: "Mrs", ward, tasks });
  await expect(total).toHaveText(new RegExp(`^${before + behind + 1}\\b`));
  await expect(cards.first().getByRole("link")).toHaveText(worst ?? "");
  await page.mouse.up();
  await expect(cards.first().getByRole("link")).toHaveText(next ?? "");
});

function cardOf(page: Page, ward: string): Locator {
  return page.locator(".ward-card").filter({ has: page.getByRole("heading", { name: ward, exact: true }) });
}

function totalOf(page: Page, words: string): Locator {
  return page.getByRole("link", { name: `see these patients (${words})` });
}

async function figure(shown: Locator): Promise<number> {
  return Number.parseInt(await shown.innerText(), 10);
}
