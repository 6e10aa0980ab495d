import { expect, expectAccessible, hydrated, isSignedIn, openBoard, openPatient, test } from "../house/test";

test("a patient is found from the board by name, NHS number and bed", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quennell", given: "Ottoline", title: "Mrs", nhsNumber: "9990000158" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  for (const text of ["quenn", "QUENNELL, Ottoline", "999 000 0158", `cedar ${patient.bed}`]) {
    await page.getByRole("searchbox", { name: /^Search patients|ward and bed$/ }).fill(text);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\/[0-9a-f-]{36}$/);
    const found = page.getByRole("link", { name: patient.name });
    await expect(found, text).toContainText("Born 14-Jul-1945");
    await expect(found).toContainText("NHS No. 999 000 0158");
    await expect(found).toContainText(`Cedar Ward, bed ${patient.bed}`);
  }
  await page.getByRole("link", { name: patient.name }).click();
  await expect(page).toHaveURL(`/patients/${patient.stay}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(patient.name);
});

test("by keyboard alone: / searches, Tab and Enter open the first", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quibell", given: "Amabel", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox", { name: "Search patients" });
  await expect(field).toBeFocused();
  await expect(field, "the key itself is not typed").toHaveValue("");
  await page.keyboard.type("3/4");
  await expect(field, "in a field it is a character").toHaveValue("3/4");
  await field.fill("quib");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "1 patient found" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: patient.name })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(patient.name);
});

test("a pharmacist finds only patients with a task of hers", async ({ page, stage }) => {
  const hers = await stage.admit({ family: "Quorn", given: "Ada", title: "Mrs", tasks: [{ title: "TTO", team: "PHA" }] });
  await stage.admit({ family: "Quorndon", given: "Ida", title: "Mrs", tasks: [{ title: "Commode", team: "EQUIP" }] });
  await isSignedIn(page, "nadia.rahman");
  await page.goto("/search");
  const field = page.getByLabel("Name, NHS number, hospital number, or ward and bed");
  await field.fill("quorn");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { name: "1 patient found" })).toBeVisible();
  await expect(page.getByRole("link", { name: hers.name })).toBeVisible();
  await field.fill("quorndon");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No patient whom you may see is found by “quorndon”.")).toBeVisible();
});

test("on a phone the field is a page of its own", { tag: ["@only-phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quilty", given: "Ruby", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("link", { name: "Search patients" }).tap();
  await page.getByRole("searchbox").fill("quilty");
  await page.getByRole("button", { name: "Search" }).tap();
  await page.getByRole("link", { name: patient.name }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(patient.name);
});

test("whoever comes back from a patient is asked for nothing", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quested", given: "Olga", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await page.goto("/search");
  await page.getByRole("searchbox").fill("quested");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: patient.name }).click();
  await hydrated(page);
  await page.goBack();
  await expect(page.getByRole("link", { name: patient.name })).toBeVisible();
});

for (const text of ["bed 4", "no such patient", "s"]) {
  test(`what a search for “${text}” gives can be read by everybody`, { tag: ["@phone"] }, async ({ page }) => {
    await isSignedIn(page, "tom.reyes");
    await page.goto("/search");
    await page.getByRole("searchbox").fill(text);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("searchbox")).toHaveValue(text);
    await expectAccessible(page);
  });
}

test("without its server the board stays, with what was not sent", async ({ page, cable, complaints }) => {
  complaints.expect(/net::ERR_/);
  await isSignedIn(page, "amara.obi");
  await page.goto(`${cable.url}/wards/cedar-ward`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  cable.cut();
  await expect(page.getByText("Not live since")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search patients" }).fill("obi");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("can't be reached");
  await expect(page).toHaveURL(/cedar-ward$/);
});
