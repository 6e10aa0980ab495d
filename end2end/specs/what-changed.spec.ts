import type { Locator, Page } from "@playwright/test";
import { chip, day, expect, expectAccessible, isLive, isSignedIn, openBoard, type Patient, rowOf, sheet, test } from "../house/test";

const DISCHARGE = { do: "discharge_patient", at: new Date(Date.now() - 60_000).toISOString(), to: "home_without_support" };

test("what another changes is marked on its chip, says by whom, and is counted", { tag: ["@phone"] }, async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Ashdown", given: "Vera", title: "Mrs", tasks: [{ title: "Discharge summary" }, { title: "Lift home" }] });
  const leo = await anotherPerson();
  await isSignedIn(leo, "leo.hartley");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await openBoard(leo, "cedar-ward");

  await chip(leo, patient, "Discharge summary").tap();
  await sheet(leo, patient).getByRole("button", { name: "Start" }).tap();
  await expect(chip(page, patient, "Discharge summary")).toHaveAccessibleName(/^Discharge summary: changed by Leo Hartley \d\d:\d\d, .*In progress$/);
  await expect(chip(page, patient, "Lift home")).not.toHaveAccessibleName(/changed/);
  await expect(updates(page)).toContainText("1 update (1 out of view)");
  await expect(updates(leo), "one's own tap is no news").toHaveCount(0);

  await updates(page).getByRole("button", { name: "Next" }).tap();
  await expect(rowOf(page, patient)).toBeInViewport();
  await expect(rowOf(page, patient).getByRole("link", { name: patient.name })).toBeFocused();
  await expect(updates(page), "after a while in view it has been seen").toHaveCount(0);
  await expect(chip(page, patient, "Discharge summary")).not.toHaveAccessibleName(/changed/);
});

test("what comes back of one's own review, with the tasks that it parks, is no news", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Bowes", given: "Lena", title: "Mrs", tasks: [{ title: "Discharge summary" }, { title: "Lift home" }] });
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date(Date.now() - 3_600_000).toISOString() });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await rowOf(page, patient).getByRole("button", { name: "Criteria to reside" }).tap();
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/commands"));
  await sheet(page, patient).getByRole("button", { name: /^Meets again/ }).tap();
  await answered;
  await stage.does(patient.stay, { do: "set_expected_discharge", day: day(3) });
  await expect(updates(page), "what another has changed after it alone").toContainText(/^1 update/);
  await expect(rowOf(page, patient)).toContainText("2 parked");
});

test("a cell is marked, and a finished task where it is counted; a question that is opened has seen them", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Birtles", given: "Winnie", title: "Mrs", tasks: [{ title: "Walking aid" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const row = rowOf(page, patient);
  await stage.does(patient.stay, { do: "set_expected_discharge", day: day(1) });
  await expect(row.getByRole("cell", { name: /^changed by Tom Reyes \d\d:\d\d, Expected date/ })).toHaveCount(1);
  await stage.does(patient.stay, { do: "complete_task", task: 1 });
  await expect(row.getByText(/^Walking aid: Done, changed by Tom Reyes/)).toHaveCount(1);
  await expect(updates(page)).toContainText("2 updates");
  await row.getByRole("button", { name: `More for ${patient.name}` }).tap();
  await expect(updates(page)).toHaveCount(0);
});

test("the mark of what is parked hides no icon, and the row's buttons stay side by side", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Bickley", given: "Enid", title: "Mrs", tasks: [{ title: "Bed rails" }, { title: "Hoist" }, { title: "Key safe" }] });
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date(Date.now() - 3_600_000).toISOString() });
  await stage.does(patient.stay, { do: "complete_task", task: 1 });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const actions = rowOf(page, patient).locator(".chips__actions");
  await stage.does(patient.stay, { do: "review_criteria", found: { met: [] }, reviewed_at: new Date().toISOString() });
  await expect(actions).toContainText("2 parked");
  await expect(actions).toContainText("1 finished");
  await actions.scrollIntoViewIfNeeded();

  const mark = await box(actions.locator(".changed .icon"));
  for (const icon of await actions.locator(".chips__finished .icon, .chips__action").all()) {
    const { x, y, width, height } = await box(icon);
    const isBeside = x >= mark.x + mark.width || x + width <= mark.x || y >= mark.y + mark.height || y + height <= mark.y;
    expect(isBeside, "nothing lies over the mark").toBe(true);
  }
  const add = await box(actions.getByRole("button", { name: /^Add a task/ }));
  expect((await box(actions.getByRole("button", { name: /^More/ }))).y).toBe(add.y);
});

test("all are marked as seen, after asking once more", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Cotterill", given: "Nora", title: "Mrs", tasks: [{ title: "Heel cast" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await stage.does(patient.stay, { do: "start_task", task: 1 });
  const other = await stage.admit({ family: "Dansie", given: "Olga", title: "Mrs" });
  await expect(rowOf(page, other).getByRole("cell", { name: /^new on this board/ })).toHaveCount(1);
  await expect(updates(page)).toContainText("2 updates (2 out of view)");

  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, ".board__row--new", ".tidings", ".chip:has(.changed)");
  }
  await updates(page).getByRole("button", { name: "Mark all as seen" }).tap();
  await updates(page).getByRole("button", { name: "No" }).tap();
  await expect(updates(page)).toContainText("2 updates");
  await updates(page).getByRole("button", { name: "Mark all as seen" }).tap();
  await expect(updates(page)).toContainText("Mark 2 updates as seen?");
  await updates(page).getByRole("button", { name: "Yes, all seen" }).tap();
  await expect(updates(page)).toHaveCount(0);
  await expect(chip(page, patient, "Heel cast")).not.toHaveAccessibleName(/changed/);
});

test("a row that leaves stands until the finger is lifted, then goes with a line that is acknowledged", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Elphick", given: "Iris", title: "Mrs" });
  const below = await stage.admit({ family: "Fairlie", given: "Jean", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const row = rowOf(page, patient);
  await rowOf(page, below).scrollIntoViewIfNeeded();
  await press(page, rowOf(page, below).getByRole("rowheader"));
  const stood = await boxOf(page, below);

  await stage.does(patient.stay, DISCHARGE);
  await expect(row.getByText(/^discharged \d\d:\d\d$/i)).toBeVisible();
  await expect(page.getByText(/^1 patient left: ELPHICK, Iris \(Mrs\) discharged \d\d:\d\d\./)).toBeVisible();
  // Rows above that are laid out anew may move it by a part of a pixel, as the browser rounds what it scrolls to make up for them.
  const stands = await boxOf(page, below);
  expect(Math.abs(stands.y - stood.y)).toBeLessThanOrEqual(1);
  expect({ ...stands, y: stood.y }).toEqual(stood);

  await page.mouse.up();
  await expect(row).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "OK" }).tap();
  await expect(page.getByText(/patient left/)).toHaveCount(0);
});

test("a row waits to move while a question is open, and keeps the focus when it does", async ({ page, stage }) => {
  const first = await stage.admit({ family: "Gathercole", given: "Rose", title: "Mrs", tasks: [{ title: "Hoist" }] });
  const second = await stage.admit({ family: "Hebden", given: "Sal", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const chipOfFirst = chip(page, first, "Hoist");
  await chipOfFirst.focus();
  await page.keyboard.press("Enter");
  await expect(sheet(page, first)).toBeVisible();
  await stage.does(first.stay, { do: "move_bed", to: { ward: "cedar-ward", bed: "Chair 9" } });
  await expect(rowOf(page, first).getByRole("rowheader")).toContainText("Chair 9");
  expect(await isAbove(page, first.name, second.name), "in its old place").toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => isAbove(page, first.name, second.name)).toBe(false);
  await expect(chipOfFirst).toBeFocused();
});

test("where the row with the focus leaves, the neighbour's same cell has it", async ({ page, stage }) => {
  const first = await stage.admit({ family: "Inskip", given: "Tess", title: "Mrs" });
  const second = await stage.admit({ family: "Jowett", given: "Una", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await rowOf(page, first).getByRole("button", { name: /^Pathway/ }).focus();
  await page.keyboard.press("Shift");
  await stage.does(first.stay, DISCHARGE);
  await expect(rowOf(page, first)).toHaveCount(0);
  await expect(rowOf(page, second).getByRole("button", { name: /^Pathway/ })).toBeFocused();
});

test("a row that no longer fits the filter says so while it stands", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Kerslake", given: "Vi", title: "Mrs", tasks: [{ title: "Bath board", due: new Date(Date.now() - 3_600_000) }] });
  await isSignedIn(page, "amara.obi");
  await page.goto("/wards/cedar-ward?overdue=yes");
  await isLive(page);
  await press(page, page.getByRole("heading", { level: 1 }));
  await stage.does(patient.stay, { do: "complete_task", task: 1 });
  await expect(rowOf(page, patient)).toContainText("no longer fits the filter");
  await page.mouse.up();
  await expect(rowOf(page, patient)).toHaveCount(0);
});

test("a screen on the wall has no bar", { tag: ["@only-wall"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Lingard", given: "Wyn", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await page.goto("/wards/cedar-ward?display=wall");
  await isLive(page);
  const figures = page.locator(".ward-summary");
  const before = await figures.innerText();
  await stage.does(patient.stay, DISCHARGE);
  await expect(figures).not.toHaveText(before, { useInnerText: true });
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.locator(".changed")).toHaveCount(0);
});

function updates(page: Page): Locator {
  return page.getByRole("group", { name: "Updates" });
}

/** A finger goes down and stays. */
async function press(page: Page, on: Locator): Promise<void> {
  await on.hover();
  await page.mouse.down();
}

async function boxOf(page: Page, patient: Patient) {
  const box = await rowOf(page, patient).boundingBox();
  if (!box) throw new Error(`${patient.name} has no row on the screen`);
  return box;
}

async function isAbove(page: Page, name: string, other: string): Promise<boolean> {
  const names = await page.getByRole("row").getByRole("link").allTextContents();
  return names.indexOf(name) < names.indexOf(other);
}

async function box(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error("it is not to be seen");
  return box;
}
