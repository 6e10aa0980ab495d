import { chip, expect, isSignedIn, openBoard, openPatient, rowOf, sheet, test } from "../house/test";

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("tapping a task's chip and Done finishes it", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Castell", given: "Joan", title: "Mrs", tasks: [{ title: "Bag packed" }, { title: "Cannula out" }] });
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Bag packed").tap();
  const question = sheet(page, patient);
  await expect(question.getByRole("heading", { name: "Bag packed" })).toBeFocused();
  await question.getByRole("button", { name: "Done" }).tap();
  await expect(question).toBeHidden();
  await expect(chip(page, patient, "Bag packed")).toHaveCount(0);
  await expect(chip(page, patient, "Cannula out")).toBeVisible();
  await expect(rowOf(page, patient).getByRole("link", { name: "finished" })).toHaveText(/1\s*finished/);
});

test("a task that was started says so on its chip", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Corrie", given: "May", title: "Mrs", tasks: [{ title: "Letter to the GP" }] });
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Letter to the GP").tap();
  await sheet(page, patient).getByRole("button", { name: "Start" }).tap();
  await expect(chip(page, patient, "Letter to the GP")).toHaveAccessibleName(/In progress$/);
});

test("a finished task is reopened from the patient's page", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Crane", given: "Dora", title: "Mrs", tasks: [{ title: "Blood results seen" }] });
  await stage.does(patient.stay, { do: "complete_task", task: 1 });
  await openPatient(page, patient);
  await page.getByText("Finished: 1 done").tap();
  await page.getByRole("list", { name: "Done tasks" }).getByRole("button", { name: "Blood results seen" }).tap();
  await sheet(page, patient).getByRole("button", { name: "Reopen" }).tap();
  await expect(page.getByRole("list", { name: "Open tasks" }).getByRole("button", { name: /^Blood results seen: .*To do$/ })).toBeVisible();
});

test("the sheet closes with Escape, its cross and a tap beside it, and leaves the task as it is", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Drew", given: "Enid", title: "Mrs", tasks: [{ title: "Slippers found" }] });
  await openBoard(page, "cedar-ward");
  const question = sheet(page, patient);
  const ways = [
    () => page.keyboard.press("Escape"),
    () => question.getByRole("button", { name: "Close" }).tap(),
    () => page.touchscreen.tap(5, 400),
  ];
  for (const close of ways) {
    await chip(page, patient, "Slippers found").tap();
    await expect(question).toBeVisible();
    await close();
    await expect(question).toBeHidden();
    await expect(chip(page, patient, "Slippers found"), "the focus is back where it was").toBeFocused();
  }
  await expect(chip(page, patient, "Slippers found")).toHaveAccessibleName(/To do$/);
});
