import type { Locator, Page } from "@playwright/test";
import { chip, expect, expectAccessible, isSignedIn, openBoard, type Patient, rowOf, sheet, test } from "../house/test";

const BACK = { timeout: 20_000 };

test("proposing P1 shows its tasks, and those left ticked come to every board", { tag: ["@phone"] }, async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Nuttall", given: "Edna", title: "Mrs", expectedIn: 3 });
  await stage.does(patient.stay, { do: "add_task", number: 1, kind: "T05", title: "TTO prescribed", owner_team: "MED" });
  const leo = await anotherPerson();
  await isSignedIn(leo, "leo.hartley");
  await openBoard(leo, "cedar-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  const question = await choose(page, patient, "P1");
  await expect(question.getByRole("heading", { name: "P1: Home with health or social care" })).toBeFocused();
  await expect(question.getByRole("group", { name: "Add (13)" })).toBeVisible();
  await expect(question.getByRole("checkbox", { name: /^TTO prescribed/ }), "it is there already").toHaveCount(0);
  await expect(question.getByRole("checkbox", { name: /^Reablement slot Community health, due/ })).toBeChecked();
  await expectAccessible(page, "dialog");
  await question.getByRole("checkbox", { name: /^Transport/ }).uncheck();
  await question.getByRole("button", { name: "Set P1 and add 12 tasks" }).tap();

  await expect(question).toBeHidden();
  await expect(page.getByText("P1 set, 12 tasks added for NUTTALL, Edna (Mrs)")).toBeVisible();
  for (const board of [page, leo]) {
    await expect(pathwayOf(board, patient)).toContainText(/P1\s*proposed/);
    for (const task of ["OT review", "Reablement slot", "TTO dispensed"]) await expect(chip(board, patient, task)).toHaveCount(1);
    await expect(chip(board, patient, "Transport")).toHaveCount(0);
  }
});

test("another pathway shows what is no longer usual, and keeps what was begun", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Ogden", given: "Vera", title: "Mrs", expectedIn: 3 });
  await stage.does(patient.stay, { do: "set_pathway", stage: "proposed", pathway: "1" });
  await stage.does(patient.stay, { do: "add_task", number: 1, kind: "T17", title: "Home-based rehabilitation or reablement slot", owner_team: "COMM" });
  await stage.does(patient.stay, { do: "add_task", number: 2, kind: "T18", title: "Home social care package brokered", owner_team: "ASC" });
  await stage.does(patient.stay, { do: "start_task", task: 2 });
  await stage.does(patient.stay, { do: "add_task", number: 3, kind: "T03", title: "Formal decision to discharge", owner_team: "MED" });
  await stage.does(patient.stay, { do: "complete_task", task: 3 });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  const question = await choose(page, patient, "P2");
  await expect(question.getByRole("checkbox", { name: /^Decision to discharge/ }), "what is done is not added again").toHaveCount(0);
  await expect(question.getByRole("region", { name: "Kept, since work has begun" })).toContainText(/Care package.*In progress/);
  const reablement = question.getByRole("group", { name: "No longer usual (1)" }).getByRole("checkbox", { name: /^Reablement slot/ });
  await expect(reablement).not.toBeChecked();
  await reablement.check();
  await question.getByRole("button", { name: "Set P2, add 14 tasks, 1 not needed" }).tap();
  await expect(chip(page, patient, "Reablement slot")).toHaveCount(0);
  await expect(chip(page, patient, "Care package")).toHaveAccessibleName(/In progress$/);
  await expect(chip(page, patient, "Community bed")).toBeVisible();
});

test("one tap takes a pathway back with all its tasks, for everybody", async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Pargeter", given: "Iris", title: "Mrs", expectedIn: 3 });
  await stage.does(patient.stay, { do: "set_pathway", stage: "proposed", pathway: "1" });
  await stage.does(patient.stay, { do: "add_task", number: 1, kind: "T17", title: "Home-based rehabilitation or reablement slot", owner_team: "COMM" });
  const leo = await anotherPerson();
  await isSignedIn(leo, "leo.hartley");
  await openBoard(leo, "cedar-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  const question = await choose(page, patient, "P2", /Proposed by the ward/);
  await question.getByRole("checkbox", { name: /^Reablement slot/ }).check();
  await question.getByRole("button", { name: "Set P2, add 15 tasks, 1 not needed" }).tap();
  await expect(pathwayOf(leo, patient)).toContainText(/P2\s*proposed/);
  await expect(chip(leo, patient, "Reablement slot")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).tap();
  for (const board of [page, leo]) {
    await expect(pathwayOf(board, patient)).toContainText(/P1\s*proposed/);
    await expect(chip(board, patient, "Community bed")).toHaveCount(0);
    await expect(chip(board, patient, "Property and lines")).toHaveCount(0);
    await expect(chip(board, patient, "Reablement slot")).toHaveAccessibleName(/To do$/);
  }
});

test("a pathway and its tasks wait while there is no network", async ({ page, anotherPerson, stage, complaints }) => {
  complaints.expect(/net::ERR_/);
  const patient = await stage.admit({ family: "Quennell", given: "Hope", title: "Mrs" });
  const leo = await anotherPerson();
  await isSignedIn(leo, "leo.hartley");
  await openBoard(leo, "cedar-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  await page.context().setOffline(true);
  const question = await choose(page, patient, "P0");
  await question.getByRole("button", { name: "Set P0 and add 8 tasks" }).tap();
  await expect(chip(page, patient, "Family told of date")).toHaveAccessibleName(/To do, not yet sent$/);
  await expect(chip(leo, patient, "Family told of date")).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(chip(leo, patient, "Family told of date")).toHaveAccessibleName(/To do$/, BACK);
  await expect(chip(leo, patient, "Property and lines")).toHaveAccessibleName(/To do$/, BACK);
});

test("what a finished task has freed is said, and heard", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Rowntree", given: "Opal", title: "Mrs" });
  await stage.does(patient.stay, { do: "add_task", number: 1, kind: "T06", title: "TTO screened and dispensed", owner_team: "PHA" });
  await stage.does(patient.stay, { do: "add_task", number: 2, kind: "T07", title: "TTO checked and explained to patient", owner_team: "WARD", after: [1] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "TTO dispensed").tap();
  await sheet(page, patient).getByRole("button", { name: "Done" }).tap();
  const words = "Done: TTO screened and dispensed for ROWNTREE, Opal (Mrs). Now TTO explained can start";
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  await expect(page.locator("[aria-live=polite]").filter({ hasText: "Now TTO explained can start" })).toBeAttached();
});

/** Chooses a pathway for the patient, and gives the question that follows. */
async function choose(page: Page, patient: Patient, pathway: string, stage?: RegExp): Promise<Locator> {
  await pathwayOf(page, patient).tap();
  const question = sheet(page, patient);
  if (stage) await question.getByLabel(stage).check();
  await question.getByRole("button", { name: new RegExp(`^${pathway}`) }).tap();
  return question;
}

const pathwayOf = (page: Page, patient: Patient): Locator => rowOf(page, patient).getByRole("button", { name: "Pathway" });
