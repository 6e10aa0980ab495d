import { expect, isLive, isSignedIn, openBoard, PASSWORD, test } from "../house/test";

test("a locked screen shows no patient, and opens with its owner's password alone", async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await page.request.post("/lock");
  await page.goto("/wards/cedar-ward");
  await expect(page).toHaveURL(/\/locked/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The screen is locked");
  await expect(page.getByText("Signed in: Amara Obi"), "whose password opens it").toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);

  await page.getByLabel("Password").fill("not her password");
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByRole("alert")).toContainText("That is not your password.");

  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page).toHaveURL(/\/wards\/cedar-ward$/);
  await isLive(page);
});

test("somebody else can sign out from a locked screen", async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await page.request.post("/lock");
  await page.goto("/wards/cedar-ward");
  await page.getByRole("button", { name: "Not you? Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("an open board locks when its session does, and is come back to as it was filtered", async ({ page, complaints }) => {
  complaints.expect(/401/);
  await isSignedIn(page, "amara.obi");
  await page.goto("/wards/cedar-ward?overdue=yes&team=PHA");
  await isLive(page);
  await page.request.post("/lock");
  await expect(page).toHaveURL(/\/locked/, { timeout: 15_000 });
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page).toHaveURL(/\/wards\/cedar-ward\?overdue=yes&team=PHA$/);
  await isLive(page);
});

test("whoever reads or types keeps the screen open: the server hears of it, and no more often than needed", async ({ page }) => {
  const told: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/v1/session/here")) told.push(request.method());
  });
  await page.clock.install();
  await isSignedIn(page, "amara.obi");
  for (const path of ["/wards/cedar-ward", "/search"]) {
    told.length = 0;
    await page.goto(path);
    await page.clock.fastForward("02:00");
    expect(told, `nobody has touched ${path}`).toEqual([]);
    await page.keyboard.press("Shift");
    await expect.poll(() => told, path).toEqual(["POST"]);
    await page.keyboard.press("Shift");
    await page.clock.fastForward("00:40");
    expect(told, `${path} has told a moment ago`).toEqual(["POST"]);
    await page.clock.fastForward("00:40");
    await expect.poll(() => told, path).toEqual(["POST", "POST"]);
  }
});
