import type { Page } from "@playwright/test";
import { chip, expect, expectAccessible, isLive, isSignedIn, openBoard, openPatient, type Patient, rowOf, sheet, test } from "../house/test";
import { addWard } from "../house/ward";

const BOTH_SIZES = { tag: ["@phone"] };

async function openRound(page: Page, patient: Patient): Promise<void> {
  await page.goto(`/wards/${patient.ward}/round?at=${patient.stay}`);
  await isLive(page);
  await expect(page.getByRole("heading", { level: 2, name: patient.name })).toBeVisible();
}

function part(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}

test("a round asks of each patient what stands in the way, and says when it is done", BOTH_SIZES, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Abney", given: "Hilda", title: "Mrs", tasks: [{ title: "Walking frame" }] });
  await isSignedIn(page, "amara.obi");
  await openRound(page, patient);
  await expect(page.getByText("Still: not talked about")).toBeVisible();

  await part(page, "Criteria to reside").getByRole("button", { name: "Does not meet" }).tap();
  await expect(part(page, "Criteria to reside")).toContainText("ready today");
  await part(page, "Today: red or green").getByRole("button", { name: "Care that needs no acute bed" }).tap();
  await expect(part(page, "Today: red or green")).toContainText("Red");
  await expect(page.getByText("Talked about today", { exact: true })).toBeVisible();

  await part(page, "Expected date of discharge").getByRole("button", { name: /today$/ }).tap();
  await part(page, "Why still here").getByLabel("Another of the national reasons").selectOption("H6: Awaiting patient transport services");
  await part(page, "Why still here").getByRole("button", { name: "Confirm this reason" }).tap();
  await expect(part(page, "Why still here")).toContainText("Patient transport");

  const questions = part(page, "The patient's questions");
  await questions.getByRole("button", { name: /What do I need to achieve/ }).tap();
  await sheet(page, patient).getByLabel("In words that the patient understands").fill("Walk to the toilet with the frame");
  await sheet(page, patient).getByRole("button", { name: "Save" }).tap();
  await expect(questions).toContainText("Walk to the toilet with the frame");
  await expectAccessible(page);

  await openBoard(page, patient.ward);
  await expect(rowOf(page, patient).getByRole("button", { name: "Red or green day" })).toContainText("Red");
  await expect(rowOf(page, patient).getByRole("button", { name: "Criteria to reside" })).toContainText("Patient transport");
});

test("the arrow keys walk the ward, and its end says who does what by when", async ({ page, stage }) => {
  const soon = new Date(Date.now() - 600_000);
  const first = await stage.admit({ family: "Bagnall", given: "Ivor", title: "Mr", tasks: [{ title: "Chest X-ray", team: "MED", due: soon }] });
  const second = await stage.admit({ family: "Caddick", given: "June", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openRound(page, first);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 2, name: second.name })).toBeVisible();
  await page.getByRole("link", { name: "Previous" }).press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: first.name }), "who comes has the focus").toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 2, name: second.name })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { level: 2, name: first.name })).toBeVisible();
  await page.getByRole("link", { name: "Summary: who does what" }).tap();
  await expect(page.getByRole("region", { name: "Doctors" }).getByRole("row", { name: /Chest X-ray/ })).toContainText(first.name);
  await expect(page.getByRole("link", { name: new RegExp(second.name.replace(/[()]/g, "\\$&")) }).last()).toBeVisible();
  await expectAccessible(page);
});

test("two people on one round see each other's answers", async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Dacre", given: "Olive", title: "Mrs" });
  const leo = await anotherPerson();
  await isSignedIn(page, "amara.obi");
  await isSignedIn(leo, "leo.hartley");
  await openRound(page, patient);
  await openRound(leo, patient);
  await part(page, "Today: red or green").getByRole("button", { name: "Green" }).tap();
  await expect(part(leo, "Today: red or green").getByText("Green", { exact: true })).toBeVisible();
});

test("one tap for a patient who meets the criteria again parks the tasks, and one brings them back", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Eaves", given: "Rita", title: "Mrs", tasks: [{ title: "Hoist delivered" }, { title: "Key safe" }] });
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date(Date.now() - 3_600_000).toISOString() });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, patient.ward);
  const criteria = rowOf(page, patient).getByRole("button", { name: "Criteria to reside" });
  await criteria.tap();
  await sheet(page, patient).getByRole("button", { name: "Meets again The ready date is void; 2 tasks parked" }).tap();
  await expect(chip(page, patient, "Hoist delivered")).toHaveCount(0);
  await expect(rowOf(page, patient)).toContainText("2 parked");
  await criteria.tap();
  await sheet(page, patient).getByRole("button", { name: /^Does not meet.*2 tasks back/ }).tap();
  await expect(chip(page, patient, "Hoist delivered")).toBeVisible();
});

test("the reason of delay is suggested by the open tasks", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Fagan", given: "Ted", title: "Mr" });
  await stage.does(patient.stay, { do: "add_task", number: 1, kind: "T36", title: "Transport booked", owner_team: "PTS" });
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date(Date.now() - 3_600_000).toISOString() });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  await page.getByRole("button", { name: "Update" }).tap();
  await sheet(page, patient).getByRole("button", { name: "Reason of delay" }).tap();
  await sheet(page, patient).getByRole("button", { name: /^Patient transport Suggested by the open tasks/ }).tap();
  await expect(page.getByRole("button", { name: "Criteria to reside" })).toContainText("Patient transport");
});

test("who comes to an earlier bed does not take the place of the patient who is talked about", async ({ page, anotherPerson, stage }) => {
  const sanjay = await anotherPerson();
  await isSignedIn(sanjay, "sanjay.mistry");
  await addWard(sanjay, { code: "lark-ward", name: "Lark Ward", beds: "Bay A: A1, A2" });
  const patient = await stage.admit({ family: "Abram", given: "Ivy", title: "Mrs", ward: "lark-ward", place: { bay: "Bay A", bed: "A2" } });
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards/lark-ward/round");
  await isLive(page);
  const talkedAbout = page.locator(".round-patient__name");
  await expect(talkedAbout).toHaveText(patient.name);
  const earlier = await stage.admit({ family: "Abel", given: "Vera", title: "Mrs", ward: "lark-ward", place: { bay: "Bay A", bed: "A1" } });
  await expect(page.locator(".round-rail a").first()).toContainText(earlier.name);
  await expect(talkedAbout).toHaveText(patient.name);
});

test("what is done under the next steps changes the reason that is suggested", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Farr", given: "Lily", title: "Mrs" });
  await stage.does(patient.stay, { do: "add_task", number: 1, kind: "T06", title: "TTO screened and dispensed", owner_team: "PHA" });
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date().toISOString() });
  await isSignedIn(page, "amara.obi");
  await openRound(page, patient);
  const suggested = part(page, "Why still here").getByRole("button", { name: /Suggested by the open tasks/ });
  await expect(suggested).toHaveCount(1);
  await part(page, "Next steps").getByRole("button", { name: /^TTO dispensed/ }).tap();
  await sheet(page, patient).getByRole("button", { name: "Done" }).tap();
  await expect(suggested).toHaveCount(0);
});

test("who it is stays in sight while one answers", BOTH_SIZES, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Garside", given: "Effie", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openRound(page, patient);
  await part(page, "Expected date of discharge").evaluate((element) => element.scrollIntoView({ block: "end" }));
  await expect(part(page, "Expected date of discharge")).toBeInViewport();
  await expect(page.getByRole("heading", { level: 2, name: patient.name })).toBeInViewport();
  await expect(page.locator(".round-patient__facts")).toBeInViewport();
});
