import { expect, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

test("a patient who goes to another ward leaves one board and comes to the other", async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Teal", given: "Nancy", title: "Mrs" });
  const harpreet = await anotherPerson();
  await isSignedIn(harpreet, "harpreet.kaur");
  await openBoard(harpreet, "willow-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  await page.getByRole("button", { name: `More for ${patient.name}` }).tap();
  await sheet(page, patient).getByRole("button", { name: "Move to another bed" }).tap();
  await sheet(page, patient).getByLabel("Ward").selectOption("Willow Ward");
  await sheet(page, patient).getByLabel("Bed").fill("Chair W");
  await sheet(page, patient).getByRole("button", { name: "Move", exact: true }).tap();

  await expect(rowOf(harpreet, patient).getByRole("rowheader")).toContainText("Chair W");
  await expect(rowOf(page, patient)).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "1 patient left: TEAL, Nancy (Mrs) moved to Willow Ward." })).toBeVisible();
});
