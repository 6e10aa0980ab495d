import type { Page } from "@playwright/test";
import { chip, expect, hydrated, isLive, isSignedIn, openBoard, openPatient, rowOf, sheet, signIn, test } from "../house/test";

// What a board asks for where it missed something: everything, or one row.
const BOARD = /\/api\/fn\/ward-board$/;
const ROW = /\/api\/fn\/board-row$/;
const RECORD = /\/api\/fn\/patient$/;
const FIGURES = /\/api\/fn\/overview$/;
const STREAM = /\/live\?/;
// No log has come this far, so the server says to load everything.
const FAR = "999999999";
const BACK = { timeout: 20_000 };

test("a board that missed much is not live until all of it has come", async ({ page, cable, stage, complaints }) => {
  complaints.expect(/net::ERR_/);
  await isSignedIn(page, "amara.obi");
  await page.goto(`${cable.url}/wards/cedar-ward`);
  await isLive(page);
  // Before the cable is cut: what is asked for meanwhile the browser itself asks for again.
  await tellToLoadAgain(page);
  await page.route(BOARD, (route) => route.abort());
  cable.cut();
  await expect(banner(page)).toBeVisible();
  const late = await stage.admit({ family: "Ibbotson", given: "Nell", title: "Mrs" });

  const failed = failures(page, BOARD, 2);
  cable.mend();
  await failed;
  await expect(banner(page), "it is asked for again, and what is shown is old").toBeVisible();
  await expect(live(page)).toHaveCount(0);
  await expect(rowOf(page, late)).toHaveCount(0);

  await page.unroute(BOARD);
  await expect(rowOf(page, late)).toBeVisible(BACK);
  await isLive(page);
  await expect(banner(page)).toBeHidden();
});

test("a row that missed a step keeps its board from being live until it has come", async ({ page, stage, complaints }) => {
  complaints.expect(/net::ERR_/);
  const patient = await stage.admit({ family: "Jessop", given: "Ada", title: "Mrs", tasks: [{ title: "Hoist" }, { title: "Bed rails" }] });
  await isSignedIn(page, "amara.obi");
  let open = () => {};
  const isChanged = new Promise<void>((resolve) => (open = resolve));
  await page.route(
    STREAM,
    async (route) => {
      await isChanged;
      const passedOver = route.request().url().replace(/after=(\d+)/, (_, after) => `after=${Number(after) + 1}`);
      await route.continue({ url: passedOver });
    },
    { times: 1 },
  );
  await page.route(ROW, (route) => route.abort());
  await page.goto("/wards/cedar-ward");
  await hydrated(page);
  await stage.does(patient.stay, { do: "start_task", task: 1 });
  await stage.does(patient.stay, { do: "start_task", task: 2 });
  const failed = failures(page, ROW, 2);
  open();
  await failed;
  await expect(banner(page)).toBeVisible();
  await expect(chip(page, patient, "Hoist")).toHaveAccessibleName(/To do$/);

  await page.unroute(ROW);
  await expect(chip(page, patient, "Hoist")).toHaveAccessibleName(/In progress$/, BACK);
  await expect(chip(page, patient, "Bed rails")).toHaveAccessibleName(/In progress$/);
  await isLive(page);
});

test("a patient's page and the hospital's figures are asked for again too", async ({ page, anotherPerson, stage, complaints }) => {
  complaints.expect(/net::ERR_/);
  const patient = await stage.admit({ family: "Kemble", given: "Rose", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  const tom = await anotherPerson();
  await isSignedIn(tom, "tom.reyes");
  await tom.goto("/wards");
  await isLive(tom);

  await page.route(RECORD, (route) => route.abort());
  await tom.route(FIGURES, (route) => route.abort());
  const failed = [failures(page, RECORD, 2), failures(tom, FIGURES, 2)];
  await stage.does(patient.stay, { do: "discharge_patient", at: new Date().toISOString(), to: "home_without_support" });
  await Promise.all(failed);
  for (const screen of [page, tom]) await expect(banner(screen)).toBeVisible();
  await page.unroute(RECORD);
  await tom.unroute(FIGURES);
  for (const screen of [page, tom]) await expect(live(screen)).toBeVisible(BACK);
});

test("an answer that comes late brings nobody back and takes nobody away", async ({ page, stage }) => {
  const leaves = await stage.admit({ family: "Lumley", given: "Enid", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  let take = () => {};
  let send = () => {};
  const isTaken = new Promise<void>((resolve) => (take = resolve));
  const isOld = new Promise<void>((resolve) => (send = resolve));
  await page.route(
    BOARD,
    async (route) => {
      const answer = await route.fetch();
      take();
      await isOld;
      await route.fulfill({ response: answer });
    },
    { times: 1 },
  );
  await tellToLoadAgain(page);
  await page.goto("/wards/cedar-ward");
  await isTaken;
  await stage.does(leaves.stay, { do: "void_stay", reason: "admitted twice" });
  const comes = await stage.admit({ family: "Mottram", given: "Vera", title: "Mrs" });
  send();
  await isLive(page);
  await expect(rowOf(page, comes)).toBeVisible();
  await expect(rowOf(page, leaves)).toHaveCount(0);
});

test("whose role is taken away no longer sees the ward", async ({ page, anotherPerson, complaints }) => {
  complaints.expect(/403/);
  const sanjay = await anotherPerson();
  await isSignedIn(sanjay, "sanjay.mistry");
  await sanjay.goto("/admin");
  await sanjay.getByText("Add an account").tap();
  await sanjay.getByLabel("Username").fill("wendy.hale");
  await sanjay.getByLabel("Full name").fill("Wendy Hale");
  await sanjay.getByLabel("First password").fill("a first password, long");
  await sanjay.getByRole("group").filter({ has: sanjay.getByLabel("First password") }).getByLabel("Ward staff: Cedar Ward").check();
  await sanjay.getByRole("button", { name: "Add the account" }).tap();
  await expect(sanjay.getByRole("heading", { name: "Wendy Hale (wendy.hale)" })).toBeVisible();
  await signIn(page, "wendy.hale", "a first password, long");
  await openBoard(page, "cedar-ward");

  await sanjay.getByText("Change wendy.hale").tap();
  const account = sanjay.getByRole("listitem").filter({ hasText: "wendy.hale" });
  await account.getByLabel("Ward staff: Cedar Ward").uncheck();
  await account.getByLabel("Ward staff: Hazel Ward").check();
  await account.getByRole("button", { name: "Save the roles" }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not yours to see");
  await expect(page.getByRole("table")).toHaveCount(0);
});

test("a page that can't read what the server says is loaded anew, once nobody is at it", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Nuttall", given: "Iris", title: "Mrs", tasks: [{ title: "Door widened" }] });
  await page.clock.install();
  await isSignedIn(page, "amara.obi");
  await page.route(STREAM, (route) => route.fulfill({ contentType: "text/event-stream", body: 'data: {"carried_off":{}}\n\n' }), { times: 1 });
  const loads = countLoads(page);
  await page.goto("/wards/cedar-ward");
  await expect(banner(page)).toBeVisible();
  await chip(page, patient, "Door widened").tap();
  await page.clock.runFor(61_000);
  await expect(banner(page)).toBeVisible();
  await expect(sheet(page, patient), "a question is open").toBeVisible();
  expect(loads()).toBe(1);

  await page.keyboard.press("Escape");
  await page.clock.runFor(61_000);
  await isLive(page);
  expect(loads(), "once").toBe(2);
});

for (const [screen, address, tag] of [
  ["a tablet", "/wards/cedar-ward", []],
  ["a screen on the wall", "/wards/cedar-ward?display=wall", ["@only-wall"]],
] as const) {
  test(`${screen} with a page of an older build stays live, and loads it anew once nobody is at it`, { tag: [...tag] }, async ({ page }) => {
    await page.clock.install();
    await isSignedIn(page, "amara.obi");
    await page.route(STREAM, (route) => route.continue({ url: route.request().url().replace(/build=[^&]*/, "build=before") }), { times: 1 });
    const loads = countLoads(page);
    await page.goto(address);
    await isLive(page);
    expect(loads()).toBe(1);
    await page.clock.runFor(61_000);
    await expect.poll(loads).toBe(2);
    await isLive(page);
  });
}

const banner = (page: Page) => page.getByRole("status").filter({ hasText: "Not live since" });
const live = (page: Page) => page.getByText("Live", { exact: true });

/** From its next connection on, the page is told that too much has happened since. */
async function tellToLoadAgain(page: Page): Promise<void> {
  await page.route(STREAM, (route) => {
    const headers = { ...route.request().headers(), "last-event-id": FAR };
    return route.continue({ url: route.request().url().replace(/after=\d+/, `after=${FAR}`), headers });
  });
}

/** So many requests that the network has failed. */
async function failures(page: Page, address: RegExp, count: number): Promise<void> {
  let failed = 0;
  await page.waitForEvent("requestfailed", (request) => address.test(request.url()) && ++failed === count);
}

function countLoads(page: Page): () => number {
  let count = 0;
  page.on("load", () => count++);
  return () => count;
}
