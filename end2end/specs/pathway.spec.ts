import { expect, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

test("the ward proposes a pathway, the hub agrees on one", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Sallow", given: "Doris", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const cell = rowOf(page, patient).getByRole("button", { name: "Pathway" });
  await cell.tap();
  await sheet(page, patient).getByRole("button", { name: /^P1/ }).tap();
  await sheet(page, patient).getByRole("button", { name: "Only set the pathway" }).tap();
  await expect(cell).toContainText(/P1\s*proposed/);
  await cell.tap();
  await sheet(page, patient).getByLabel(/Agreed by the care transfer hub/).check();
  await sheet(page, patient).getByRole("button", { name: /^P2/ }).tap();
  await sheet(page, patient).getByRole("button", { name: "Only set the pathway" }).tap();
  await expect(cell).toContainText(/P2\s*agreed/);
});
