import { expect, expectAccessible, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

test("the question shows what was said of today, and the bar what is said now", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Redfern", given: "Olga", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const cell = rowOf(page, patient).getByRole("button", { name: "Red or green day" });
  const question = sheet(page, patient);
  const result = question.getByRole("button", { name: "Result not acted on" });
  await cell.tap();
  await expect(question).toContainText(/Now\s*Not yet said/);
  await expect(result).toHaveAttribute("aria-pressed", "false");
  await result.tap();

  await cell.tap();
  await expect(question).toContainText(/Now\s*Red\s*Result not acted on/);
  await expect(result).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page, ".sheet");
  await question.getByRole("button", { name: "Green" }).tap();
  await expect(page.getByText("Green day: REDFERN, Olga (Mrs)")).toBeVisible();
});
