import { chip, expect, isSignedIn, openBoard, sheet, test } from "../house/test";

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("a task from the catalogue, found by a word of it", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Abara", given: "Grace", title: "Mrs" });
  await openBoard(page, "cedar-ward");
  await page.getByRole("button", { name: `Add a task for ${patient.name}` }).tap();
  const question = sheet(page, patient);
  await question.getByLabel("Search the catalogue").fill("tto disp");
  await question.getByRole("button", { name: "TTO screened and dispensed" }).tap();
  await expect(question).toBeHidden();
  await expect(chip(page, patient, "TTO dispensed")).toHaveAccessibleName(/^TTO dispensed: Pharmacy, due .*, To do$/);
});

test("a task in one's own words", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Bellamy", given: "Ruth", title: "Miss" });
  await openBoard(page, "cedar-ward");
  await page.getByRole("button", { name: `Add a task for ${patient.name}` }).tap();
  const question = sheet(page, patient);
  await question.getByLabel("Search the catalogue").fill("Cat fed by the neighbour");
  await question.getByLabel("Team").selectOption("Patient and family");
  await question.getByRole("button", { name: "Add in these words" }).tap();
  await expect(chip(page, patient, "Cat fed by the neighbour")).toHaveAccessibleName(/Patient and family, no due time, To do$/);
});
