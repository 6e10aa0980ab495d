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
  await expect(page.getByText(/^Expected date set to \d\d-\w{3}-\d{4}: PASCOE, Thelma \(Mrs\)$/)).toBeVisible();

  await cell.tap();
  await expect(sheet(page, patient), "the question says how it stands").toContainText(/Now\s*\w{3} \d\d-\w{3}\s*tomorrow/);
  await expect(sheet(page, patient).getByRole("button", { name: "tomorrow" })).toHaveAttribute("aria-pressed", "true");
  await expect(sheet(page, patient).getByRole("button", { name: "today" })).toHaveAttribute("aria-pressed", "false");
  await sheet(page, patient).getByLabel("Another day").fill(day(-2));
  await expect(sheet(page, patient).getByRole("status"), "whatever the browser's field looks like").toHaveText(/^\w{3} \d\d-\w{3}-\d{4}$/);
  await sheet(page, patient).getByRole("button", { name: "Set" }).tap();
  await expect(cell, "a date that has passed counts its days").toContainText("EDD+2");

  await cell.tap();
  await sheet(page, patient).getByRole("button", { name: "Clear it" }).tap();
  await expect(cell).toContainText("Not set");
});
