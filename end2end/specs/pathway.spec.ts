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
  await expect(page.getByText("P1 set: SALLOW, Doris (Mrs)")).toBeVisible();
  await cell.tap();
  const p1 = sheet(page, patient).getByRole("button", { name: /^P1/ });
  await sheet(page, patient).getByLabel(/Proposed by the ward/).check();
  await expect(p1).toHaveAttribute("aria-pressed", "true");
  await sheet(page, patient).getByLabel(/Agreed by the care transfer hub/).check();
  await expect(p1, "the hub has not agreed yet").toHaveAttribute("aria-pressed", "false");
  await sheet(page, patient).getByRole("button", { name: /^P2/ }).tap();
  await sheet(page, patient).getByRole("button", { name: "Only set the pathway" }).tap();
  await expect(cell).toContainText(/P2\s*agreed/);
});
