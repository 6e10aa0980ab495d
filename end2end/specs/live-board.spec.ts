import { chip, expect, isSignedIn, openBoard, openPatient, rowOf, sheet, test } from "../house/test";

test("two people at two tablets see each other's changes without a reload", async ({ page, anotherPerson, stage }, testInfo) => {
  const patient = await stage.admit({ family: "Vance", given: "Lorna", title: "Mrs", tasks: [{ title: "Discharge summary" }, { title: "Lift home" }] });
  const leo = await anotherPerson();
  await isSignedIn(page, "amara.obi");
  await isSignedIn(leo, "leo.hartley");
  await openBoard(page, "cedar-ward");
  await openBoard(leo, "cedar-ward");

  await chip(page, patient, "Lift home").tap();
  await sheet(page, patient).getByRole("button", { name: "Done" }).tap();
  const tapped = Date.now();
  await expect(chip(leo, patient, "Lift home")).toHaveCount(0);
  testInfo.annotations.push({ type: "arrived after", description: `${Date.now() - tapped} ms` });

  await chip(leo, patient, "Discharge summary").tap();
  await sheet(leo, patient).getByRole("button", { name: "Start" }).tap();
  await expect(chip(page, patient, "Discharge summary")).toHaveAccessibleName(/In progress$/);
});

test("a new patient comes to an open board, and one who leaves is missed aloud", async ({ page, stage }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const patient = await stage.admit({ family: "Wick", given: "Muriel", title: "Mrs" });
  await expect(rowOf(page, patient)).toBeVisible();
  await stage.does(patient.stay, { do: "void_stay", reason: "admitted twice" });
  await expect(rowOf(page, patient)).toHaveCount(0);
  await expect(page.getByText("1 patient left: WICK, Muriel (Mrs) recorded by mistake.")).toBeVisible();
});

test("a patient's page follows what happens on the ward", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Yardley", given: "Gwen", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  await stage.addTask(patient.stay, 1, { title: "Hearing aid batteries" });
  await expect(page.getByRole("list", { name: "Open tasks" })).toContainText("Hearing aid batteries");
  await expect(page.getByRole("listitem").filter({ hasText: "Tom Reyes added Hearing aid batteries" })).toBeVisible();
});

test("an open question is not closed by somebody else's change", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Zeller", given: "Anna", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("button", { name: `More for ${patient.name}` }).tap();
  await sheet(page, patient).getByRole("button", { name: "Write a note" }).tap();
  await sheet(page, patient).getByLabel("Note", { exact: true }).fill("Half a sentence");
  await stage.addTask(patient.stay, 1, { title: "Splint checked" });
  await expect(chip(page, patient, "Splint checked")).toBeVisible();
  await expect(sheet(page, patient).getByLabel("Note", { exact: true })).toHaveValue("Half a sentence");
});
