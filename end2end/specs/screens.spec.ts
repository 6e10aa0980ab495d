import { resolve } from "node:path";
import { type Homeward, ownHomeward } from "../house/homeward";
import { expect, hydrated, isLive, isSignedIn, openBoard, keep, screenshot, test as inAWard } from "../house/test";

// The pictures of the documents, taken where HOMEWARD_SCREENS is set: in a hospital of their own, as the demo makes it.
const test = inAWard.extend<object, { homeward: Homeward }>({ homeward: [ownHomeward(), { scope: "worker" }] });

test("sign-in", async ({ page }) => {
  await page.goto("/");
  await screenshot(page, "sign-in");
});

test("the ward board", { tag: ["@wall", "@phone"] }, async ({ page }, testInfo) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await screenshot(page, `ward-board-${testInfo.project.name}`);
});

test("the ward board by night", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await screenshot(page, "ward-board-night");
});

test("a screen on the wall", { tag: ["@only-wall"] }, async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward?display=wall");
  await screenshot(page, "wall-display");
});

test("all patients who wait for the pharmacy", async ({ page }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/board?overdue=yes&team=PHA");
  await isLive(page);
  await screenshot(page, "all-wards");
});

test("a pharmacist's tasks", { tag: ["@phone"] }, async ({ page }, testInfo) => {
  await isSignedIn(page, "nadia.rahman");
  await page.goto("/my-tasks");
  await isLive(page);
  await screenshot(page, `my-tasks-${testInfo.project.name}`);
});

test("what can be done about a task", async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("list", { name: /^Open tasks of/ }).getByRole("button", { name: /To do$/ }).first().tap();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Done" })).toBeVisible();
  await screenshot(page, "chip-sheet");
});

test("a patient who has been here for long", async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("row").filter({ hasText: "Does not meet" }).getByRole("link").first().tap();
  await expect(page.getByRole("region", { name: "Timeline" })).toBeVisible();
  await isLive(page);
  await screenshot(page, "patient");
});

test("a board round", async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await page.goto("/wards/cedar-ward/round");
  await isLive(page);
  await screenshot(page, "board-round");
});

test("a search for a patient", { tag: ["@phone"] }, async ({ page }, testInfo) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/search");
  await page.getByRole("searchbox").fill("bl");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /found$/ })).toBeVisible();
  await screenshot(page, `search-${testInfo.project.name}`);
});

test("the wards", async ({ page }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await hydrated(page);
  await expect(page.getByRole("link", { name: "Cedar Ward" })).toBeVisible();
  await screenshot(page, "wards");
});

test("the import and its report", async ({ page }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/import");
  await screenshot(page, "import");
  await page.getByLabel("The list").setInputFiles(resolve(import.meta.dirname, "../../demo/ward-list.csv"));
  await page.getByLabel("Ward", { exact: true }).selectOption("Rowan Ward");
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check of a ward's list");
  await screenshot(page, "import-report");
});

test("the accounts", async ({ page }) => {
  await isSignedIn(page, "sanjay.mistry");
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accounts");
  await screenshot(page, "admin");
});

test("the weekly long-stay review", async ({ page }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/reports/review");
  await page.getByRole("link", { name: "On to the next who is still to be reviewed" }).click();
  await expect(page.getByRole("heading", { name: "How the patient stands" })).toBeVisible();
  await screenshot(page, "reports-review");
});

test("the situation report of a day", async ({ page }) => {
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports/sitrep");
  await expect(page.getByRole("heading", { name: "Sign this day" })).toBeVisible();
  await screenshot(page, "reports-sitrep");
});

test("all reports, and the board pack", async ({ page }) => {
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports");
  await expect(page.getByRole("button", { name: "One PDF" })).toBeVisible();
  await screenshot(page, "reports");
});

test("a chart's target and rebasing", async ({ page }) => {
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports/delays");
  const decide = page.locator("details.decide").first();
  await decide.locator("summary").click();
  await expect(decide.getByRole("button", { name: "Set the target" })).toBeVisible();
  await decide.evaluate((form) => form.scrollIntoView({ block: "end" }));
  await screenshot(page, "reports-chart");
});

for (const name of ["long-stay", "delays", "flow", "tasks", "quality"]) {
  test(`the report ${name}`, async ({ page }) => {
    await isSignedIn(page, "helen.whitlock");
    await page.goto(`/reports/${name}`);
    await expect(page.getByRole("table").first()).toBeVisible();
    await screenshot(page, `reports-${name}`);
  });
}

for (const format of ["csv", "xlsx", "pdf"]) {
  test(`a report taken along as ${format}`, async ({ page }) => {
    await isSignedIn(page, "helen.whitlock");
    const answer = await page.request.get(`/reports/delays.${format}?for=outside`);
    expect(answer.ok()).toBe(true);
    await keep(`delays.${format}`, await answer.body());
  });
}
