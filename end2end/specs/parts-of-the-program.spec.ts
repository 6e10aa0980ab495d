import type { Page } from "@playwright/test";
import { chip, expect, expectAccessible, hydrated, isLive, isSignedIn, sheet, test } from "../house/test";

// What puts a board's questions, and hears what others do: fetched once the board has been taken over.
const WORK = /\/split_work\.wasm$/;
// The pages besides the boards.
const PAGES = /\/split_pages\.wasm$/;
// Single functions, wherever a board does without them at first.
const SELDOM = /\/seldom\.wasm$/;

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("a question that is tapped before its part has come says so, and appears", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Abney", given: "Ruth", title: "Mrs", tasks: [{ title: "Key safe" }] });
  let letThrough = () => {};
  const arrives = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(WORK, async (route) => {
    await arrives;
    await route.continue();
  });
  await page.goto("/wards/cedar-ward");
  await hydrated(page);
  await chip(page, patient, "Key safe").tap();
  await expect(sheet(page, patient).getByRole("heading", { name: "Key safe" })).toBeFocused();
  await expect(sheet(page, patient).getByRole("status")).toHaveText("One moment, this is still being fetched.");
  await expectAccessible(page, ".sheet");
  letThrough();
  await isLive(page);
  await expect(sheet(page, patient).getByRole("button", { name: "Start" })).toBeVisible();
});

test("a question whose part the network fails says so, and comes when it is tried again", async ({ page, stage, complaints }) => {
  complaints.expect(/net::ERR_|Failed to fetch/);
  const patient = await stage.admit({ family: "Abney", given: "Ruth", title: "Mrs", tasks: [{ title: "Key safe" }] });
  await page.route(WORK, (route) => route.abort());
  await page.goto("/wards/cedar-ward");
  await hydrated(page);
  await chip(page, patient, "Key safe").tap();
  await expect(sheet(page, patient).getByRole("alert").filter({ hasText: "The server can't be reached." })).toBeVisible();
  await expectAccessible(page, ".sheet");
  await page.unroute(WORK);
  await sheet(page, patient).getByRole("button", { name: "Try again" }).tap();
  await sheet(page, patient).getByRole("button", { name: "Start" }).tap();
  await expect(chip(page, patient, "Key safe")).toHaveAccessibleName(/In progress$/);
});

test("a page whose part the network fails says so, and comes when it is tried again", async ({ page, stage, complaints }) => {
  complaints.expect(/net::ERR_|Failed to fetch/);
  const patient = await stage.admit({ family: "Abney", given: "Ruth", title: "Mrs" });
  await page.route(PAGES, (route) => route.abort());
  await page.goto("/wards/cedar-ward");
  await hydrated(page);
  await page.getByRole("link", { name: patient.name, exact: true }).tap();
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  await page.unroute(PAGES);
  await page.getByRole("link", { name: "Try again" }).tap();
  await expect(page.getByRole("region", { name: "Notes" })).toBeVisible();
});

test("a page that is opened while the network fails its part comes alive when it can be fetched", async ({ page, stage, complaints }) => {
  complaints.expect(/net::ERR_|Failed to fetch/);
  const patient = await stage.admit({ family: "Abney", given: "Ruth", title: "Mrs" });
  await page.route(PAGES, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", (request) => PAGES.test(request.url()));
  await page.goto(`/patients/${patient.stay}`);
  await failed;
  await expect(page.getByRole("region", { name: "Notes" }), "it can be read meanwhile").toBeVisible();
  await expect(page.locator("html[data-hydrated]")).toHaveCount(0);
  await page.unroute(PAGES);
  await isLive(page);
});

test("a board opens, asks and takes an answer before what it seldom calls has come", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Abney", given: "Ruth", title: "Mrs", tasks: [{ title: "Key safe" }] });
  let letThrough = () => {};
  const arrives = new Promise<void>((resolve) => (letThrough = resolve));
  const asked: string[] = [];
  await page.route(SELDOM, async (route) => {
    asked.push(route.request().resourceType());
    await arrives;
    await route.continue();
  });
  await page.goto("/wards/cedar-ward");
  await hydrated(page);
  await chip(page, patient, "Key safe").tap();
  await sheet(page, patient).getByRole("button", { name: "Start" }).tap();
  await expect(chip(page, patient, "Key safe")).toHaveAccessibleName(/In progress/);
  expect(asked, "fetched once, and nothing waits for it").toEqual(["fetch"]);
  letThrough();
  await isLive(page);
});

test("what is called before it has come is fetched at once", async ({ page, complaints }) => {
  complaints.expect(/net::ERR_|Synchronous XMLHttpRequest/);
  await page.route(SELDOM, (route) => (route.request().resourceType() === "fetch" ? route.abort() : route.continue()));
  const fetched = page.waitForResponse(SELDOM);
  await page.goto("/wards/cedar-ward");
  await hydrated(page);
  await onlyOverdue(page);
  await fetched;
  await expect(page.getByText(/^\d+ of \d+ patients shown: Overdue$/)).toBeVisible();
});

test("without a connection it is asked for again and again, and nothing is lost", async ({ page, complaints }) => {
  complaints.expect(/net::ERR_|Synchronous XMLHttpRequest/);
  let isCut = true;
  await page.route(SELDOM, (route) => (isCut ? route.abort() : route.continue()));
  await page.goto("/wards/cedar-ward");
  await hydrated(page);
  const alarmed = page.waitForEvent("dialog");
  const asksFor = onlyOverdue(page);
  const alarm = await alarmed;
  expect(alarm.message()).toBe("A part of this page has not arrived, and there is no connection. OK tries again: nothing is lost.");
  isCut = false;
  await alarm.accept();
  await asksFor;
  await expect(page.getByText(/^\d+ of \d+ patients shown: Overdue$/)).toBeVisible();
});

test("where the server has another program by now, the page is loaded anew", async ({ page, complaints }) => {
  complaints.expect(/net::ERR_|Synchronous XMLHttpRequest|status of 404|another program by now/);
  let isGone = true;
  await page.route(SELDOM, (route) => {
    if (!isGone) return route.continue();
    if (route.request().resourceType() === "fetch") return route.abort();
    isGone = false;
    return route.fulfill({ status: 404, body: "" });
  });
  await page.goto("/wards/cedar-ward");
  await hydrated(page);
  const loaded = page.waitForEvent("load");
  // By one of the two taps it is called; the page that comes knows nothing of them.
  void onlyOverdue(page).catch(() => {});
  await loaded;
  await isLive(page);
});

test("a screen on the wall waits for it, as nobody is there to ask", { tag: ["@only-wall"] }, async ({ page, complaints }) => {
  complaints.expect(/net::ERR_|Failed to fetch/);
  await page.route(SELDOM, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", (request) => SELDOM.test(request.url()));
  await page.goto("/wards/cedar-ward?display=wall");
  await failed;
  await expect(page.getByText(/^Page 1 of/), "it can be read meanwhile").toBeVisible();
  await expect(page.locator("html[data-hydrated]")).toHaveCount(0);
  await page.unroute(SELDOM);
  await isLive(page);
});

async function onlyOverdue(page: Page): Promise<void> {
  await page.getByText("Filter", { exact: true }).tap();
  await page.getByRole("link", { name: "Overdue", exact: true }).tap();
}
