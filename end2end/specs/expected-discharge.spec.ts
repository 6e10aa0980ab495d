import { day, expect, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

test("the expected date is one tap, or any day", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Pascoe", given: "Thelma", title: "Mrs", daysAgo: 5 });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const cell = rowOf(page, patient).getByRole("button", { name: "Expected date of discharge" });
  await expect(cell).toContainText("Not set");
  await cell.tap();
  await sheet(page, patient).getByRole("button", { name: "tomorrow" }).tap();
  await expect(cell).toContainText("tomorrow");

  await cell.tap();
  await sheet(page, patient).getByLabel("Another day").fill(day(-2));
  await sheet(page, patient).getByRole("button", { name: "Set" }).tap();
  await expect(cell, "a date that has passed counts its days").toContainText("EDD+2");

  await cell.tap();
  await sheet(page, patient).getByRole("button", { name: "Clear it" }).tap();
  await expect(cell).toContainText("Not set");
});
