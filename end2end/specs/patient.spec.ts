import { expect, isSignedIn, openBoard, openPatient, sheet, test } from "../house/test";

test("from the board to a patient's page and back", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Everard", given: "Sylvia", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("link", { name: patient.name }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(patient.name);
  await expect(page, "no name stays in the browser's history").not.toHaveTitle(/Everard/i);
  await page.getByRole("link", { name: "Back to Cedar Ward" }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cedar Ward");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
});

test("the page says who it is about, how they stand, and what happened", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Fenwick", given: "Dorothy", title: "Mrs", daysAgo: 14, expectedIn: 0, tasks: [{ title: "Walking frame" }] });
  await stage.does(patient.stay, { do: "complete_task", task: 1 });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  await expect(page.getByRole("region", { name: "Patient", exact: true })).toMatchAriaSnapshot(`
    - region "Patient":
      - heading "FENWICK, Dorothy (Mrs)" [level=1]
      - term: Born
      - definition: /14-Jul-1945 \\(\\d+y\\)/
      - term: Gender
      - definition: Female
      - term: NHS No.
      - definition: Not Known
      - term: Hospital No.
      - definition: Not Known
      - term: Place
      - definition: /Cedar Ward, bed Chair \\d+/
  `);
  await expect(page.getByRole("region", { name: "On the way home" })).toContainText("14+");
  await expect(page.getByRole("list", { name: "Open tasks" })).toContainText("No open task");
  const timeline = page.getByRole("region", { name: "Timeline" }).getByRole("listitem");
  await expect(timeline.nth(0)).toContainText("Tom Reyes completed Walking frame");
  await expect(timeline.nth(1)).toContainText("Tom Reyes added Walking frame for Ward team");
  await expect(timeline.nth(2)).toContainText("Tom Reyes admitted the patient to Cedar Ward");
});

test("what matters to the patient, in their own words", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Garland", given: "Ethel", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  await page.getByRole("button", { name: "Update" }).tap();
  await sheet(page, patient).getByRole("button", { name: "What matters to me" }).tap();
  await sheet(page, patient).getByLabel("In the patient's own words").fill("Being home for the dog");
  await sheet(page, patient).getByRole("button", { name: "Save" }).tap();
  await expect(page.getByRole("region", { name: "On the way home" })).toContainText("Being home for the dog");
});

test("the patient's questions are answered on their page too, by those who work on the ward", async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Hallam", given: "Rose", title: "Mrs", tasks: [{ title: "Eye drops", team: "PHA" }] });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  const questions = page.getByRole("region", { name: "The patient's questions" });
  await questions.getByRole("button", { name: /What do I need to achieve/ }).tap();
  await sheet(page, patient).getByLabel("In words that the patient understands").fill("To manage the stairs");
  await sheet(page, patient).getByRole("button", { name: "Save" }).tap();
  await expect(questions).toContainText("To manage the stairs");

  const nadia = await anotherPerson();
  await isSignedIn(nadia, "nadia.rahman");
  await openPatient(nadia, patient);
  await expect(nadia.getByRole("region", { name: "On the way home" })).toBeVisible();
  for (const notHers of ["The patient's questions", "What matters to me"]) await expect(nadia.getByText(notHers)).toHaveCount(0);
});
