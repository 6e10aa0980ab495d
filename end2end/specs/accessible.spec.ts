import type { Page } from "@playwright/test";
import { admitForLong } from "../house/long-stay";
import { chip, expect, expectAccessible, hydrated, isLive, isSignedIn, openBoard, openPatient, type Patient, sheet, test } from "../house/test";

// Every page, and every question over the board, by the rules of WCAG 2.2 AA that a program can check.

const BOTH_SIZES = { tag: ["@phone"] };

/** Pages of plain forms come without a program: there is nothing to wait for. */
const PAGES: Array<{ path: string; who: string; heading: string; status?: number; isPlain?: boolean }> = [
  { path: "/wards", who: "tom.reyes", heading: "Wards" },
  { path: "/my-tasks", who: "nadia.rahman", heading: "My tasks" },
  { path: "/board?days=21", who: "tom.reyes", heading: "All wards" },
  { path: "/search", who: "amara.obi", heading: "Search patients", isPlain: true },
  { path: "/design", who: "sanjay.mistry", heading: "Design", isPlain: true },
  { path: "/import", who: "tom.reyes", heading: "Import a ward's list", isPlain: true },
  { path: "/admin", who: "sanjay.mistry", heading: "Accounts", isPlain: true },
  { path: "/admin/hospital", who: "sanjay.mistry", heading: "Hospital", isPlain: true },
  { path: "/wards/no-such-ward", who: "tom.reyes", heading: "Nothing here", status: 404 },
  { path: "/no-such-page", who: "tom.reyes", heading: "Nothing here", status: 404 },
  { path: "/reports/flow.docx", who: "tom.reyes", heading: "Nothing here", status: 404, isPlain: true },
  { path: "/wards/larch-ward", who: "amara.obi", heading: "Not yours to see", status: 403 },
];

// A board must not light up a bay by night, and has to be as readable.
for (const { path, who, heading, isPlain } of PAGES.filter(({ status = 200 }) => status === 200)) {
  test(`${path} by night as ${who}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await isSignedIn(page, who);
    await page.goto(path);
    if (!isPlain) await hydrated(page);
    await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(heading);
    await expectAccessible(page);
  });
}

test("a ward's board and a question over it, by night", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Inkpen", given: "Cora", title: "Mrs", daysAgo: 15, tasks: [{ title: "Grab rails", due: new Date(Date.now() - 3_600_000) }] });
  await page.emulateMedia({ colorScheme: "dark" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await expectAccessible(page);
  await chip(page, patient, "Grab rails").tap();
  await expect(sheet(page, patient)).toBeVisible();
  await expectAccessible(page, "dialog");
});

for (const { path, who, heading, status = 200, isPlain = false } of PAGES) {
  test(`${path} (${status}) as ${who}`, BOTH_SIZES, async ({ page, complaints }) => {
    if (status !== 200) complaints.expect(new RegExp(String(status)));
    await isSignedIn(page, who);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    if (!isPlain) await hydrated(page);
    await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(heading);
    await expectAccessible(page);
  });
}

test("the sign-in page with its problem", BOTH_SIZES, async ({ page }) => {
  await page.goto("/sign-in?problem=wrong");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});

test("the locked screen", BOTH_SIZES, async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await page.request.post("/lock");
  await page.goto("/locked");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The screen is locked");
  await expectAccessible(page);
});

test("a ward's board", { tag: ["@wall", "@phone"] }, async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await expectAccessible(page);
});

test("what a board can be narrowed down to", BOTH_SIZES, async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByText("Filter", { exact: true }).tap();
  await page.getByRole("link", { name: "Not reviewed in 24 hours" }).tap();
  await expect(page.getByText(/of \d+ patients shown/)).toBeVisible();
  await expectAccessible(page);
});

test("a board that is not live", async ({ page, cable, complaints }) => {
  complaints.expect(/net::ERR_/);
  await isSignedIn(page, "amara.obi");
  await page.goto(`${cable.url}/wards/cedar-ward`);
  await isLive(page);
  cable.cut();
  await expect(page.getByText("Not live since")).toBeVisible();
  await expectAccessible(page);
});

test("a patient's page", BOTH_SIZES, async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("row").filter({ hasText: "14+" }).first().getByRole("link").first().tap();
  await expect(page.getByRole("region", { name: "Timeline" })).toBeVisible();
  await isLive(page);
  await expectAccessible(page);
});

test("a list's report", BOTH_SIZES, async ({ page }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/import");
  const list = "Bed,Name,NHS No,DOB\nA1,\"TIDY, Una (Mrs)\",999 123 4567,31/02/1941\n";
  await page.getByLabel("The list").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByLabel("Ward", { exact: true }).selectOption("Hazel Ward");
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByText("fails its check digit")).toBeVisible();
  await expectAccessible(page);
});

test("a question over the board", BOTH_SIZES, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Jopling", given: "Cora", title: "Mrs", tasks: [{ title: "Grab rails" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Grab rails").tap();
  await expect(sheet(page, patient)).toBeVisible();
  await expectAccessible(page, "dialog");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a patient's page with everything on it, ${colorScheme}`, { tag: ["@wall", "@phone"] }, async ({ page, stage }) => {
    const patient = await admitForLong(stage, "Jowett");
    await page.emulateMedia({ colorScheme });
    await isSignedIn(page, "amara.obi");
    await openPatient(page, patient);
    await page.getByText("Finished: 1 done").click();
    await page.getByText("Filter the timeline").click();
    await expectAccessible(page);
  });
}

// The questions are the same on the board; axe is quicker where there is less around them.

test("every question about a task", BOTH_SIZES, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Kinsey", given: "Nina", title: "Mrs", tasks: [{ title: "Grab rails" }] });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  const task = page.getByRole("list", { name: "Open tasks" }).getByRole("button", { name: "Grab rails" });
  for (const question of ["Waiting on…", "Not needed…", "Added by mistake…", "Assign…", "Due…", "Note…"]) {
    await task.tap();
    await openFrom(page, patient, question);
  }
});

test("every question about a patient", BOTH_SIZES, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Larkin", given: "Stella", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  const menu = page.getByRole("button", { name: "Update" });
  await menu.tap();
  await expect(sheet(page, patient)).toBeVisible();
  await expectAccessible(page, "dialog");
  const questions = (await sheet(page, patient).getByRole("button").allInnerTexts()).map((question) => question.trim());
  await page.keyboard.press("Escape");
  const named = questions.filter((question) => question !== "");
  expect(named).toHaveLength(10);
  for (const question of named) {
    await menu.tap();
    await openFrom(page, patient, question);
  }
});

/** Opens a further question, looks at it, and closes it. */
async function openFrom(page: Page, patient: Patient, question: string): Promise<void> {
  await test.step(question, async () => {
    const heading = sheet(page, patient).getByRole("heading");
    const before = await heading.innerText();
    await sheet(page, patient).getByRole("button", { name: question, exact: true }).tap();
    await expect(heading).not.toHaveText(before);
    await expectAccessible(page, "dialog");
    await page.keyboard.press("Escape");
    await expect(sheet(page, patient)).toBeHidden();
  });
}
