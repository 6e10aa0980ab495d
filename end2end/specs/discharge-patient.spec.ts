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

test("a discharge by a slip is undone from the board, whose row is gone", async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Verity", given: "Olive", title: "Mrs" });
  const leo = await anotherPerson();
  await isSignedIn(leo, "leo.hartley");
  await openBoard(leo, "cedar-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("button", { name: `More for ${patient.name}` }).tap();
  await sheet(page, patient).getByRole("button", { name: "Discharge…" }).tap();
  await sheet(page, patient).getByRole("radio").first().check();
  await sheet(page, patient).getByRole("button", { name: `Discharge ${patient.name}` }).tap();
  for (const board of [page, leo]) await expect(board.locator(".left-patients")).toContainText(patient.name);
  await expect(rowOf(page, patient)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).tap();
  for (const board of [page, leo]) await expect(rowOf(board, patient)).not.toContainText("discharged");
  for (const board of [page, leo]) await expect(board.locator(".left-patients")).toHaveCount(0);
});

test("a nurse who moved a patient to another ward is not offered what she may not take back", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Waddell", given: "Flora", title: "Mrs", tasks: [{ title: "Blister pack" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("button", { name: `More for ${patient.name}` }).tap();
  await sheet(page, patient).getByRole("button", { name: /^Move/ }).tap();
  await sheet(page, patient).getByLabel("Ward").selectOption("Hazel Ward");
  await sheet(page, patient).getByLabel("Another place").fill("Chair H");
  await sheet(page, patient).getByRole("button", { name: "Move", exact: true }).tap();
  await expect(page.locator(".left-patients")).toContainText(`${patient.name} moved to Hazel Ward`);
  await expect(page.locator(".undo-bar")).toContainText(/^Moved to Hazel Ward, .*Chair H/);
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});
