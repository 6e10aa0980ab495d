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

test("what the patient has already stands last, and a new task is not late at once", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Acton", given: "Vera", title: "Mrs", expectedIn: 0 });
  await stage.does(patient.stay, { do: "add_task", number: 1, kind: "T06", title: "TTO screened and dispensed", owner_team: "PHA" });
  await openBoard(page, "cedar-ward");
  await page.getByRole("button", { name: `Add a task for ${patient.name}` }).tap();
  const question = sheet(page, patient);
  await question.getByLabel("Search the catalogue").fill("tto");
  const kinds = question.getByRole("button", { name: /^TTO/ });
  await expect(kinds.last()).toHaveAccessibleName(/^TTO screened and dispensed\s*Already open, no due time$/);
  await expect(kinds.first()).toHaveAccessibleName(/^TTO prescribed/);
  await expect(kinds.first(), "its time was yesterday").not.toContainText("late");
  await kinds.first().tap();
  await expect(chip(page, patient, "TTO prescribed")).not.toHaveAccessibleName(/late/);
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
