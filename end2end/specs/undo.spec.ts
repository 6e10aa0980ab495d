import { chip, expect, expectAccessible, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

test("a tap too many is taken back within ten seconds, for everybody", async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Tranter", given: "Pearl", title: "Mrs", tasks: [{ title: "Blister pack" }] });
  await stage.does(patient.stay, { do: "wait_for_task", task: 1, on: "the wholesaler", waiting_for: "arrangements" });
  const leo = await anotherPerson();
  await isSignedIn(leo, "leo.hartley");
  await openBoard(leo, "cedar-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  await chip(page, patient, "Blister pack").tap();
  await sheet(page, patient).getByRole("button", { name: "Done" }).tap();
  await expect(chip(leo, patient, "Blister pack")).toHaveCount(0);
  await expect(page.getByText("Done: Blister pack for TRANTER, Pearl (Mrs)")).toBeVisible();
  await expectAccessible(page, ".undo-bar");
  await page.getByRole("button", { name: "Undo" }).tap();
  for (const board of [page, leo]) {
    await expect(chip(board, patient, "Blister pack")).toHaveAccessibleName(/Waiting on the wholesaler/);
  }
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("a date that was set is set back by the keyboard", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Udall", given: "Ruby", title: "Mrs", expectedIn: 1 });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await rowOf(page, patient).getByRole("button", { name: /^Expected date of discharge/ }).press("Enter");
  await sheet(page, patient).getByRole("button", { name: /today/i }).press("Enter");
  await expect(rowOf(page, patient)).toContainText("today");
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(rowOf(page, patient)).toContainText("tomorrow");
});
