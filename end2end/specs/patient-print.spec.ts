import { admitForLong } from "../house/long-stay";
import { expect, expectAccessible, isSignedIn, openPatient, test } from "../house/test";

test("the plan on paper is one page in plain words", async ({ page, stage }) => {
  const patient = await admitForLong(stage, "Nuttall");
  await stage.does(patient.stay, { do: "answer_question", question: "what_is_needed", words: "To manage the stairs at home" });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading")).toHaveText([
    "Your plan for going home",
    "When you can expect to go home",
    "Why you are still in hospital",
    "Your questions",
    "What has to happen before you go home",
    "What matters to me",
    "If you have a question",
  ]);
  const paper = await page.locator("body").innerText();
  expect(paper).toMatch(/^Your plan for going home\s+Mrs Harriet Nuttall, Cedar Ward\s/);
  expect(paper).toMatch(/\w+day \d{1,2} [A-Z][a-z]+ \d{4}/);
  expect(paper).toMatch(/Your medicines to take home are made ready\s+The pharmacy/);
  expect(paper).toMatch(/What do I need to achieve to go home\?\s+To manage the stairs at home/);
  expect(paper).toContain("Being home for the dog");
  for (const never of ["Family dispute", "Chase SW", "Safeguarding", "Tom Reyes", "Amara Obi", "Homeward", "Undo"]) expect(paper).not.toContain(never);
  expect(paper, "no jargon and no code").not.toMatch(/\b(TTO|EDD|CHC|SW|MDT|OT|NEWS2|P[0-3]|T\d\d|DoLS|Discharge|Not recorded)\b/);
  await expectAccessible(page, ".plan-for-home");
  expect(pagesOnPaper(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
});

test("the button asks the browser to print", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Oldroyd", given: "Mabel", title: "Mrs" });
  await page.addInitScript(() => Object.assign(window, { print: () => document.documentElement.setAttribute("data-printed", "yes") }));
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  await page.getByRole("button", { name: "Print for the patient" }).tap();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "yes");
});

test("one who sees only some of the tasks prints no plan", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Peacock", given: "Nancy", title: "Mrs", tasks: [{ title: "Eye drops", team: "PHA" }] });
  await isSignedIn(page, "nadia.rahman");
  await openPatient(page, patient);
  await expect(page.getByRole("button", { name: "Print for the patient" })).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(patient.name);
});

test("after a death the banner says so, and there is no plan for home", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quarmby", given: "Ada", title: "Mrs" });
  await stage.does(patient.stay, { do: "discharge_patient", at: new Date().toISOString(), to: "died" });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  await expect(page.getByRole("region", { name: "Patient", exact: true })).toMatchAriaSnapshot(`
    - region "Patient":
      - heading "QUARMBY, Ada (Mrs)" [level=1]
      - term: Born
      - definition: 14-Jul-1945
      - term: Died
      - definition: /\\d\\d-\\w{3}-\\d{4}/
      - term: Age at Death
      - definition: /\\d+y/
      - term: Gender
  `);
  await expect(page.getByRole("button", { name: "Print for the patient" })).toHaveCount(0);
});

function pagesOnPaper(pdf: Buffer): number {
  return Number(/\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1]);
}
