import { expect, expectAccessible, isSignedIn, openBoard, rowOf, test } from "../house/test";

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
