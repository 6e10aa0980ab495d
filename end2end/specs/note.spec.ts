import { chip, expect, isSignedIn, openBoard, openPatient, sheet, test } from "../house/test";

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("a note from a task's chip stands on the patient's page with who may read it", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Nye", given: "Agnes", title: "Mrs", tasks: [{ title: "Key safe" }] });
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Key safe").tap();
  await sheet(page, patient).getByRole("button", { name: "Note…" }).tap();
  await sheet(page, patient).getByLabel("Note", { exact: true }).fill("Neighbour at number 12 has the spare key");
  await sheet(page, patient).getByLabel("Shared with partners").check();
  await sheet(page, patient).getByRole("button", { name: "Save the note" }).tap();
  await expect(sheet(page, patient)).toBeHidden();
  await openPatient(page, patient);
  const note = page.getByRole("region", { name: "Notes" }).getByRole("listitem");
  await expect(note).toContainText("Neighbour at number 12 has the spare key");
  await expect(note).toContainText("Shared with partners");
  await expect(note).toContainText("Amara Obi");
});

test("a note that looks like markup is only text", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Oates", given: "Mabel", title: "Mrs" });
  const text = "</textarea><script>document.title = 'owned'</script> & <b>bold</b>";
  await openPatient(page, patient);
  await page.getByRole("button", { name: "Write a note" }).tap();
  await sheet(page, patient).getByLabel("Note", { exact: true }).fill(text);
  await sheet(page, patient).getByRole("button", { name: "Save the note" }).tap();
  await expect(page.getByRole("region", { name: "Notes" })).toContainText(text);
  await page.reload();
  await expect(page.getByRole("region", { name: "Notes" })).toContainText(text);
  await expect(page).not.toHaveTitle(/owned/);
});
