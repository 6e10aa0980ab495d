import { chip, expect, expectAccessible, isLive, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

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

test("what somebody else has changed since is not taken back in silence", async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Vickers", given: "Iris", title: "Mrs", expectedIn: 3 });
  const leo = await anotherPerson();
  await isSignedIn(leo, "leo.hartley");
  await openBoard(leo, "cedar-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await rowOf(page, patient).getByRole("button", { name: /^Expected date of discharge/ }).tap();
  await sheet(page, patient).getByRole("button", { name: /tomorrow/i }).tap();
  await expect(rowOf(leo, patient)).toContainText("tomorrow");
  await rowOf(leo, patient).getByRole("button", { name: /^Expected date of discharge/ }).tap();
  await sheet(leo, patient).getByRole("button", { name: /today/i }).tap();
  await expect(rowOf(page, patient)).toContainText("today");
  await page.getByRole("button", { name: "Undo" }).tap();
  const conflict = page.getByRole("region", { name: /^Changed by two people/ });
  await conflict.getByRole("button", { name: "Keep theirs" }).tap();
  for (const board of [page, leo]) await expect(rowOf(board, patient)).toContainText("today");
});

test("several tasks that were finished at once are taken back at once, by those who see their team's alone", async ({ page, stage }) => {
  const tasks = [{ title: "Inhaler counselled", team: "PHA" }];
  const one = await stage.admit({ family: "Wharton", given: "Ada", title: "Mrs", tasks });
  const other = await stage.admit({ family: "Wharton", given: "Bea", title: "Mrs", tasks });
  await isSignedIn(page, "nadia.rahman");
  await page.goto("/my-tasks");
  await isLive(page);
  await page.getByRole("searchbox", { name: "Find on this page" }).fill("wharton");
  const choices = [one, other].map(({ name }) => page.getByRole("checkbox", { name: `Choose Inhaler counselled for ${name}` }));
  for (const choice of choices) await choice.check();
  await page.getByRole("group", { name: "All that are chosen" }).getByRole("button", { name: "All done" }).tap();
  await expect(page.getByText("Done: 2 tasks")).toBeVisible();
  for (const choice of choices) await expect(choice).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).tap();
  for (const choice of choices) await expect(choice).toBeVisible();
});
