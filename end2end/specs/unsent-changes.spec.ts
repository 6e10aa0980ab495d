import type { Dialog, Page } from "@playwright/test";
import { chip, expect, expectAccessible, isSignedIn, openBoard, type Patient, PASSWORD, rowOf, sheet, test } from "../house/test";
import type { Stage } from "../house/stage";

const BACK = { timeout: 20_000 };
const TASK = "Walking frame fitted";
const UNSENT = /In progress, not yet sent$/;
const SENT = /In progress$/;

test.beforeEach(({ complaints }) => complaints.expect(/net::ERR_|401/));

test("without a network every patient with a waiting change is marked", async ({ page, stage }) => {
  const patients = await admitThree(stage);
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.context().setOffline(true);
  for (const patient of patients) await start(page, patient);
  for (const patient of patients) {
    await expect(chip(page, patient, TASK)).toHaveAccessibleName(UNSENT);
    await expect(rowOf(page, patient)).toContainText("not yet sent");
  }
  await page.context().setOffline(false);
  for (const patient of patients) await expect(chip(page, patient, TASK)).toHaveAccessibleName(SENT, BACK);
  await expect(sentNotice(page), "who stays on the page has seen it").toHaveCount(0);
});

test("a page that goes while changes wait leaves them to the next", async ({ page, stage, complaints }) => {
  const patients = await admitThree(stage);
  const context = page.context();
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await context.setOffline(true);
  for (const patient of patients) await start(page, patient);
  await expect(chip(page, patients[0], TASK)).toHaveAccessibleName(UNSENT);
  await page.close();
  await context.setOffline(false);

  const next = await context.newPage();
  complaints.listenTo(next);
  await openBoard(next, "cedar-ward");
  for (const patient of patients) await expect(chip(next, patient, TASK)).toHaveAccessibleName(SENT, BACK);
  await expect(sentNotice(next)).toContainText("Sent: 3 changes");
  for (const colorScheme of ["light", "dark"] as const) {
    await next.emulateMedia({ colorScheme });
    await expectAccessible(next, ".notices");
  }
  await sentNotice(next).getByRole("button", { name: "OK" }).tap();
  await expect(sentNotice(next)).toHaveCount(0);
  await openBoard(next, "cedar-ward");
  await expect(sentNotice(next), "once is enough").toHaveCount(0);
});

test("a screen that was locked while changes waited sends them when it is unlocked", async ({ page, stage }) => {
  const patients = await admitThree(stage);
  await leaveUnsent(page, patients);
  await page.request.post("/lock");
  await page.context().setOffline(false);
  await expect(page).toHaveURL(/\/locked/, BACK);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Unlock" }).click();
  for (const patient of patients) await expect(chip(page, patient, TASK)).toHaveAccessibleName(SENT, BACK);
  await expect(sentNotice(page)).toContainText("Sent: 3 changes");
});

test("what waited and can no longer be done is told with the reason", async ({ page, stage }) => {
  const [refused, sent] = await admitThree(stage);
  await leaveUnsent(page, [refused, sent]);
  await stage.does(refused.stay, { do: "cancel_task", task: 1, reason: "has one at home" });
  await page.request.post("/lock");
  await page.context().setOffline(false);
  await expect(page).toHaveURL(/\/locked/, BACK);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByRole("region", { name: /^(Not done|Changed by two people): / })).toContainText(refused.name, BACK);
  await expect(sentNotice(page)).toContainText("Sent: 1 change");
});

test("somebody else on the same tablet neither sees nor sends what waits", async ({ page, stage }) => {
  const patients = await admitThree(stage);
  await leaveUnsent(page, patients);
  await page.request.post("/lock");
  await page.context().setOffline(false);
  await expect(page).toHaveURL(/\/locked/, BACK);
  await page.getByRole("button", { name: "Not you? Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");

  await isSignedIn(page, "leo.hartley");
  await openBoard(page, "cedar-ward");
  for (const patient of patients) await expect(chip(page, patient, TASK)).toHaveAccessibleName(/To do$/);
  await expect(page.getByRole("region", { name: /^(Sent|Not done): / })).toHaveCount(0);

  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  for (const patient of patients) await expect(chip(page, patient, TASK)).toHaveAccessibleName(SENT, BACK);
  await expect(sentNotice(page)).toContainText("Sent: 3 changes");
});

test("a page left open sends nothing in the name of who signs in after", async ({ page, stage }) => {
  const [patient] = await admitThree(stage);
  await leaveUnsent(page, [patient]);
  await isSignedIn(page, "leo.hartley");
  await page.context().setOffline(false);
  await expect(page).toHaveURL(/\/sign-in/, BACK);
  await openBoard(page, "cedar-ward");
  await expect(chip(page, patient, TASK)).toHaveAccessibleName(/To do$/);
});

test("signing out and leaving ask first while a change waits", async ({ page, stage }) => {
  const [patient] = await admitThree(stage);
  await leaveUnsent(page, [patient]);
  const signOut = page.getByRole("button", { name: "Sign out" });
  const [question] = await Promise.all([asked(page), signOut.tap()]);
  expect(question).toMatch(/^confirm: 1 change is not yet sent\./);
  await expect(rowOf(page, patient)).toContainText("not yet sent");
  const [warning] = await Promise.all([asked(page), page.close({ runBeforeUnload: true })]);
  expect(warning).toMatch(/^beforeunload/);

  await page.context().setOffline(false);
  await expect(chip(page, patient, TASK)).toHaveAccessibleName(SENT, BACK);
  await signOut.tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

async function admitThree(stage: Stage): Promise<[Patient, Patient, Patient]> {
  const admit = (family: string) => stage.admit({ family, given: "Hilda", title: "Mrs", tasks: [{ title: TASK }] });
  return [await admit("Fenwick"), await admit("Garside"), await admit("Hobday")];
}

async function start(page: Page, patient: Patient): Promise<void> {
  await chip(page, patient, TASK).tap();
  await sheet(page, patient).getByRole("button", { name: "Start" }).tap();
}

/** Amara taps without a network, and the tablet has noticed. */
async function leaveUnsent(page: Page, patients: Patient[]): Promise<void> {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.context().setOffline(true);
  for (const patient of patients) await start(page, patient);
  for (const patient of patients) await expect(chip(page, patient, TASK)).toHaveAccessibleName(UNSENT);
}

/** What the browser asks; answered with no. */
async function asked(page: Page): Promise<string> {
  const dialog: Dialog = await page.waitForEvent("dialog");
  await dialog.dismiss();
  return `${dialog.type()}: ${dialog.message()}`;
}

const sentNotice = (page: Page) => page.getByRole("region", { name: /^Sent: / });
