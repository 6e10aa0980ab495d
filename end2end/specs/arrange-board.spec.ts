import type { Page } from "@playwright/test";
import { chip, expect, expectAccessible, isLive, isSignedIn, openBoard, type Patient, rowOf, sheet, test } from "../house/test";
import { addWard } from "../house/ward";

// As Harpreet, whose board no other test reads: how somebody has arranged it goes with them.
const WARD = "willow-ward";

test("a nurse sorts the board her own way, leaves a column out, and finds it so on another tablet", async ({ page, stage, context }) => {
  const early = await stage.admit({ family: "Aaron", given: "Zoe", title: "Mrs", ward: WARD, daysAgo: 2 });
  const long = await stage.admit({ family: "Zeller", given: "Abe", title: "Mr", ward: WARD, daysAgo: 400 });
  await isSignedIn(page, "harpreet.kaur");
  await openBoard(page, WARD);
  await page.getByText("Arrange", { exact: true }).tap();
  await page.getByLabel("Longest stay first").check();
  await expect(page.getByRole("row").nth(1)).toContainText(long.name);
  await page.getByLabel("Name", { exact: true }).check();
  await expect(page.getByRole("row").nth(1)).toContainText(early.name);
  await expectAccessible(page, ".arrange");
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/arrange-board") && answer.ok());
  await page.getByLabel("Pathway", { exact: true }).uncheck();
  await kept;
  await expect(page.getByRole("columnheader", { name: "Pathway" })).toHaveCount(0);

  const another = await context.newPage();
  await openBoard(another, WARD);
  await expect(another.getByRole("row").nth(1)).toContainText(early.name);
  await expect(rowOf(another, early)).toBeVisible();
  await expect(another.getByRole("columnheader", { name: "Pathway" })).toHaveCount(0);

  await another.getByText("Arrange", { exact: true }).tap();
  const back = another.waitForResponse((answer) => answer.url().endsWith("/arrange-board") && answer.ok());
  await another.getByLabel("Bed", { exact: true }).check();
  await back;
  await another.getByLabel("Pathway", { exact: true }).check();
  await expect(another.getByRole("columnheader", { name: "Pathway" })).toBeVisible();
});

test("all wards stand ward by ward, or in another order as one, and work as before", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Zeller", given: "Ada", title: "Mrs", ward: WARD, daysAgo: 900, tasks: [{ title: "Door code" }] });
  const other = await stage.admit({ family: "Zeller", given: "Una", title: "Ms", ward: "rowan-ward", daysAgo: 901 });
  await isSignedIn(page, "harpreet.kaur");
  await page.goto("/board");
  await isLive(page);
  expect(await standsWith(page, patient, other), "each on a ward of its own").toBe(false);
  await page.getByText("Arrange", { exact: true }).tap();
  await page.getByLabel("Longest stay first").check();
  await expect(page.locator("tbody .board__row").first()).toContainText(other.name);
  await expect(rowOf(page, patient)).toBeVisible();
  expect(await standsWith(page, patient, other), "all in one").toBe(true);
  await page.getByText("Arrange", { exact: true }).tap();
  await chip(page, patient, "Door code").tap();
  await sheet(page, patient).getByRole("button", { name: "Start" }).tap();
  await expect(chip(page, patient, "Door code")).toHaveAccessibleName(/In progress$/);
  await page.getByText("Arrange", { exact: true }).tap();
  await page.getByLabel("Bed", { exact: true }).check();
  await expect.poll(() => standsWith(page, patient, other)).toBe(false);
  await expect(chip(page, patient, "Door code")).toHaveAccessibleName(/In progress$/);
});

test("empty beds stand on a ward's board and on that of all wards, and can be hidden on both", async ({ page, anotherPerson }) => {
  const sanjay = await anotherPerson();
  await isSignedIn(sanjay, "sanjay.mistry");
  await addWard(sanjay, { code: "rook-ward", name: "Rook Ward", beds: "Bay A: A1, A2" });
  await isSignedIn(page, "tom.reyes");
  const empty = page.locator(".board__row--unoccupied");
  const onRook = empty.filter({ hasText: "Rook Ward" });
  const tick = page.getByLabel("Show empty beds");
  const kept = () => page.waitForResponse((answer) => answer.url().endsWith("/arrange-board") && answer.ok());
  await Promise.all([page.waitForResponse(/\/live\?/), page.goto("/board?overdue=yes")]);
  await expect(empty, "an empty bed fits no filter").toHaveCount(0);
  await page.locator(".filter-notice__clear").tap();
  await expect(onRook).toHaveCount(2);
  await expect(onRook.first().locator("th")).toHaveText(/Rook Ward\s*Bay A\s*A1/);

  await openBoard(page, "rook-ward");
  await expect(empty).toHaveCount(2);
  await page.getByText("Arrange", { exact: true }).tap();
  const hidden = kept();
  await tick.uncheck();
  await hidden;
  await expect(page.getByText("No patients", { exact: true })).toBeVisible();
  await Promise.all([page.waitForResponse(/\/live\?/), page.goto("/board")]);
  await expect(empty).toHaveCount(0);

  await openBoard(page, "rook-ward");
  await page.getByText("Arrange", { exact: true }).tap();
  const shown = kept();
  await tick.check();
  await shown;
  await expect(empty).toHaveCount(2);
});

/** Whether both have their rows in the same part of the table. */
async function standsWith(page: Page, patient: Patient, other: Patient): Promise<boolean> {
  const [here, there] = [rowOf(page, patient), await rowOf(page, other).elementHandle()];
  return await here.evaluate((row, other) => row.parentElement === other?.parentElement, there);
}
