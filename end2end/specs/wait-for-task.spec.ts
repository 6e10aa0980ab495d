import { chip, expect, isSignedIn, openBoard, sheet, test } from "../house/test";

test("a task waits on somebody, and the chip says on whom", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Eames", given: "Lily", title: "Mrs", tasks: [{ title: "Hospital bed at home" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Hospital bed at home").tap();
  await sheet(page, patient).getByRole("button", { name: "Waiting on…" }).tap();
  const question = sheet(page, patient);
  await question.getByRole("button", { name: "Save" }).tap();
  await expect(question.getByRole("alert")).toContainText("Please give");
  await question.getByRole("button", { name: "equipment" }).tap();
  await question.getByLabel("Arranged, not yet available").check();
  await question.getByRole("button", { name: "Save" }).tap();
  await expect(chip(page, patient, "Hospital bed at home")).toHaveAccessibleName(/Waiting on equipment \(arranged, not yet available\)$/);
});
