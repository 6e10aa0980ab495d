import { expect, isSignedIn, openBoard, rowOf, test } from "../house/test";

test("two patients whose names are easily mixed up are flagged, and no longer when one has left", { tag: ["@phone"] }, async ({ page, stage }) => {
  const first = await stage.admit({ family: "Zephyrine", given: "Ada", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, first.ward);
  await expect(rowOf(page, first)).not.toContainText("Similar name");
  const second = await stage.admit({ family: "Zephyrina", given: "Alma", title: "Mrs" });
  await expect(rowOf(page, second)).toContainText("Similar name");
  await expect(rowOf(page, first)).toContainText("Similar name");
  await stage.does(second.stay, { do: "void_stay", reason: "admitted twice" });
  await expect(rowOf(page, first)).not.toContainText("Similar name");
});
