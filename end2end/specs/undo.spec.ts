import { chip, expect, expectAccessible, isLive, isSignedIn, openBoard, openPatient, rowOf, sheet, test } from "../house/test";

const DAY = 86_400_000;

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

test("a slip of “Meets again” loses neither the ready date nor the tasks, for nobody", async ({ page, anotherPerson, stage }) => {
  const tasks = [{ title: "Hoist delivered" }, { title: "Key safe" }];
  const patient = await stage.admit({ family: "Ullman", given: "Greta", title: "Mrs", daysAgo: 14, tasks });
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date(Date.now() - 12 * DAY).toISOString() });
  const leo = await anotherPerson();
  await isSignedIn(leo, "leo.hartley");
  await openBoard(leo, "cedar-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  const criteria = rowOf(page, patient).getByRole("button", { name: "Criteria to reside" });
  await expect(criteria).toContainText(/ready 1\d days/);
  await criteria.tap();
  await sheet(page, patient).getByRole("button", { name: /^Meets again/ }).tap();
  await expect(criteria).not.toContainText("ready");
  await expect(chip(leo, patient, "Hoist delivered")).toHaveCount(0);
  await expect(page.getByText("Criteria: meets: ULLMAN, Greta (Mrs)")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).tap();
  for (const board of [page, leo]) {
    await expect(rowOf(board, patient).getByRole("button", { name: "Criteria to reside" })).toContainText(/ready 1\d days/);
    await expect(chip(board, patient, "Hoist delivered")).toHaveAccessibleName(/To do$/);
    await expect(chip(board, patient, "Key safe")).toHaveCount(1);
  }
  await openPatient(page, patient);
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText("withdrew the review that the patient meets the criteria to reside");
});

test("a slip of “Does not meet” leaves parked what was parked", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Unwin", given: "Maud", title: "Mrs", tasks: [{ title: "Stairs tried" }] });
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date(Date.now() - DAY).toISOString() });
  await stage.does(patient.stay, { do: "review_criteria", found: { met: [] }, reviewed_at: new Date(Date.now() - DAY / 2).toISOString() });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await expect(rowOf(page, patient)).toContainText("1 parked");
  await rowOf(page, patient).getByRole("button", { name: "Criteria to reside" }).tap();
  await sheet(page, patient).getByRole("button", { name: /^Does not meet/ }).tap();
  await expect(chip(page, patient, "Stairs tried")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(rowOf(page, patient)).toContainText("1 parked");
  await expect(chip(page, patient, "Stairs tried")).toHaveCount(0);
});

test("a task that was started, or taken back as a mistake, by a slip is untouched again", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Usher", given: "Olga", title: "Mrs", tasks: [{ title: "Dressing changed" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Dressing changed").tap();
  await sheet(page, patient).getByRole("button", { name: "Start" }).tap();
  await expect(chip(page, patient, "Dressing changed")).toHaveAccessibleName(/In progress$/);
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(chip(page, patient, "Dressing changed")).toHaveAccessibleName(/To do$/);

  await chip(page, patient, "Dressing changed").tap();
  await sheet(page, patient).getByRole("button", { name: "Added by mistake…" }).tap();
  await sheet(page, patient).getByLabel("What was the mistake?").fill("meant for the next bed");
  await sheet(page, patient).getByRole("button", { name: "Take the task back" }).tap();
  await expect(chip(page, patient, "Dressing changed")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(chip(page, patient, "Dressing changed")).toHaveAccessibleName(/To do$/);
});

test("what somebody else has made of it meanwhile is not undone with it", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Upton", given: "Lily", title: "Mrs", tasks: [{ title: "Diet sheet" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Diet sheet").tap();
  await sheet(page, patient).getByRole("button", { name: "Start" }).tap();
  await expect(page.getByText("Started: Diet sheet for UPTON, Lily (Mrs)")).toBeVisible();
  await expect(chip(page, patient, "Diet sheet")).toHaveAccessibleName(/In progress$/);
  await stage.does(patient.stay, { do: "complete_task", task: 1 });
  await expect(chip(page, patient, "Diet sheet")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).tap();
  const both = page.getByRole("region", { name: "Changed by two people: Diet sheet for UPTON, Lily (Mrs)" });
  await expect(both).toContainText(/Theirs \(state of the task\)\s*Done/);
  await both.getByRole("button", { name: "Keep theirs" }).tap();
  await expect(both).toHaveCount(0);
  await expect(chip(page, patient, "Diet sheet")).toHaveCount(0);
});

test("a team takes back that its task is done", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Uttley", given: "Rose", title: "Mrs", ward: "hazel-ward", tasks: [{ title: "Warfarin book", team: "PHA" }] });
  await stage.does(patient.stay, { do: "request_task", task: 1 });
  await isSignedIn(page, "nadia.rahman");
  await page.goto("/my-tasks");
  await isLive(page);
  const item = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: patient.name }) });
  await item.getByRole("button", { name: "Done" }).tap();
  await expect(item).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(item).toContainText("Requested");
});

test("a note that was withdrawn by a slip stands again as it was written", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Uzzell", given: "Ena", title: "Mrs" });
  await stage.does(patient.stay, { do: "add_note", note: 1, text: "The cat is with the neighbour", visibility: "internal" });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  const notes = page.getByRole("region", { name: "Notes" });
  await notes.getByRole("button", { name: "Withdraw" }).tap();
  await expect(notes).toContainText("No notes");
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(notes.getByRole("listitem")).toContainText("The cat is with the neighbour");
  await expect(notes.getByRole("listitem")).toContainText("Tom Reyes");
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
