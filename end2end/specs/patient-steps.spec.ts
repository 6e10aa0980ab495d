import { admitForLong } from "../house/long-stay";
import { expect, isSignedIn, openPatient, sheet, test } from "../house/test";

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("the tasks stand in steps, with what each waits for in words", { tag: ["@wall", "@phone"] }, async ({ page, stage }) => {
  const patient = await admitForLong(stage, "Hartley");
  await openPatient(page, patient);
  await expect(page.getByText("On the way home: 4 steps left: Discharge summary written, then TTO prescribed, then TTO screened")).toBeVisible();
  await expect(page.getByRole("list", { name: "Tasks step by step" })).toMatchAriaSnapshot(`
    - list "Tasks step by step":
      - listitem:
        - 'heading "Step 1: can be done now" [level=3]'
        - list:
          - listitem:
            - 'button "Discharge summary: Doctors, no due time, To do"'
            - paragraph: On the way home
            - paragraph: "Then TTO prescribed and Follow-up: outpatient, GP bloods or virtual ward."
          - listitem:
            - 'button "OT review: Therapies, no due time, To do"'
            - paragraph: Then Equipment ordered, delivered and demonstrated.
      - listitem:
        - 'heading "Step 2: after that" [level=3]'
        - list:
          - listitem:
            - 'button "TTO prescribed: Doctors, no due time, after Discharge summary"'
            - paragraph: On the way home
            - paragraph: After Discharge summary written, not yet done.
            - paragraph: Then TTO screened and dispensed.
          - listitem:
            - 'button "Follow-up: Ward team, no due time, after Discharge summary"'
            - paragraph: After Discharge summary written, not yet done.
          - listitem:
            - 'button "Equipment: Equipment service, no due time, after OT review"'
            - paragraph: After Occupational therapy review, not yet done.
      - listitem:
        - 'heading "Step 3: after that" [level=3]'
        - list:
          - listitem:
            - 'button "TTO dispensed: Pharmacy, no due time, after TTO prescribed"'
            - paragraph: On the way home
            - paragraph: After TTO prescribed, not yet done.
            - paragraph: Then TTO checked and explained to patient.
      - listitem:
        - 'heading "Step 4: after that" [level=3]'
        - list:
          - listitem:
            - 'button "TTO explained: Ward team, no due time, after TTO dispensed"'
            - paragraph: On the way home
            - paragraph: After TTO screened and dispensed, not yet done.
  `);
});

test("a task that is done leaves the steps, and the way home is shorter", async ({ page, stage }) => {
  const patient = await admitForLong(stage, "Ibbotson");
  await openPatient(page, patient);
  const open = page.getByRole("list", { name: "Open tasks" });
  await open.getByRole("button", { name: "Discharge summary: " }).tap();
  await sheet(page, patient).getByRole("button", { name: "Done" }).tap();
  await expect(page.getByText(/On the way home: 3 steps left/)).toBeVisible();
  await expect(open.getByRole("button", { name: "Discharge summary: " })).toHaveCount(0);
  await page.getByText("Finished: 2 done").tap();
  await expect(page.getByRole("list", { name: "Done tasks" })).toContainText("Discharge summary");
});

test("the board's count of finished tasks leads to them", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Jessop", given: "Winnie", title: "Mrs", tasks: [{ title: "Hearing aid found" }] });
  await stage.does(patient.stay, { do: "complete_task", task: 1 });
  await page.goto(`/patients/${patient.stay}#finished`);
  await expect(page.getByRole("list", { name: "Done tasks" }).getByRole("button", { name: "Hearing aid found" })).toBeVisible();
});

test("the reviews say since when the patient is ready, and when they were before", async ({ page, stage }) => {
  const patient = await admitForLong(stage, "Kershaw");
  await openPatient(page, patient);
  const date = "\\d\\d-[A-Z][a-z]{2}-\\d{4}";
  const criteria = page.getByRole("region", { name: "Criteria to reside" });
  await expect(criteria).toContainText(new RegExp(`Ready since ${date} \\(5 days\\)\\. Earlier: ready ${date} to ${date}, then met again\\.`));
  await expect(criteria.getByRole("heading", { level: 3 })).toHaveText([
    new RegExp(`Does not meet since ${date} Gives the ready date`),
    new RegExp(`Meets ${date} to ${date}`),
    new RegExp(`Does not meet ${date} to ${date}`),
    new RegExp(`Meets ${date} to ${date}`),
  ]);
});

test("what is parked while the patient meets the criteria again can be found", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Illingworth", given: "Peggy", title: "Mrs", tasks: [{ title: "Bed rails" }] });
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date(Date.now() - 7_200_000).toISOString() });
  await stage.does(patient.stay, { do: "review_criteria", found: { met: ["intravenous_fluids"] }, reviewed_at: new Date(Date.now() - 3_600_000).toISOString() });
  await page.goto(`/patients/${patient.stay}#parked`);
  await expect(page.getByText("Parked until the patient is ready again: 1")).toBeVisible();
  await expect(page.getByRole("list", { name: "Parked tasks" }).getByRole("button", { name: "Bed rails" })).toBeVisible();
  await expect(page.getByText("Nothing stands in the way")).toHaveCount(0);
});
