import { expect, isSignedIn, openBoard, openPatient, rowOf, sheet, test } from "../house/test";

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("a patient who does not meet the criteria is ready, from that day on", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quayle", given: "Elsie", title: "Mrs" });
  await openBoard(page, "cedar-ward");
  const cell = rowOf(page, patient).getByRole("button", { name: "Criteria to reside" });
  await cell.tap();
  await sheet(page, patient).getByRole("button", { name: "Does not meet" }).tap();
  await expect(cell).toContainText("Does not meet");
  await expect(cell).toContainText(/ready/i);
});

test("one who meets them does so by at least one of the eleven", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Ramsey", given: "Clara", title: "Mrs" });
  await openBoard(page, "cedar-ward");
  const cell = rowOf(page, patient).getByRole("button", { name: "Criteria to reside" });
  await cell.tap();
  const question = sheet(page, patient);
  await expect(question.getByRole("checkbox")).toHaveCount(11);
  await question.getByRole("button", { name: "Meets the criteria" }).tap();
  await expect(question.getByText("Please tick why the patient needs the acute bed.")).toBeInViewport();
  await question.getByLabel("Requiring intravenous fluids").check();
  await question.getByLabel("NEWS2 above 3").check();
  await question.getByRole("button", { name: "Meets the criteria" }).tap();
  await expect(cell).toContainText("Meets");
  await cell.tap();
  await expect(question, "the question says how it stands").toContainText(/Now\s*Meets.*Requiring intravenous fluids; NEWS2 above 3/);
  await openPatient(page, patient);
  const reviews = page.getByRole("list", { name: /^Meets since .*: reviews, the last one first$/ });
  await expect(reviews.getByRole("listitem").first()).toContainText("Requiring intravenous fluids; NEWS2 above 3");
  await expect(reviews.getByRole("listitem").first()).toContainText("Amara Obi");
});
