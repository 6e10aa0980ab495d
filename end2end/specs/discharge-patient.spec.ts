import { expect, isSignedIn, openBoard, openPatient, rowOf, sheet, test } from "../house/test";

test("a patient goes home, and the discharge can be taken back", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Underhill", given: "Sybil", title: "Mrs", tasks: [{ title: "Stairs assessed" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("button", { name: `More for ${patient.name}` }).tap();
  await sheet(page, patient).getByRole("button", { name: "Discharge…" }).tap();
  const question = sheet(page, patient);
  await expect(question.getByText("1 task that blocks discharge is still open:")).toBeVisible();
  await expect(question.getByRole("listitem").filter({ hasText: "Stairs assessed" })).toBeVisible();
  await question.getByRole("button", { name: `Discharge ${patient.name}` }).tap();
  await expect(question.getByRole("alert")).toContainText("Please say where the patient goes.");
  await question.getByRole("radio").first().check();
  await question.getByRole("button", { name: `Discharge ${patient.name}` }).tap();
  await expect(rowOf(page, patient)).toHaveCount(0);

  await openPatient(page, patient);
  await page.getByRole("button", { name: "Update" }).tap();
  await sheet(page, patient).getByRole("button", { name: "Discharge…" }).tap();
  await sheet(page, patient).getByRole("button", { name: `Take back the discharge of ${patient.name}` }).tap();
  await openBoard(page, "cedar-ward");
  await expect(rowOf(page, patient)).toBeVisible();
});
