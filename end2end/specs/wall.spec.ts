import { expect, expectAccessible, isLive, isSignedIn, test } from "../house/test";

test("a screen on the wall shows initials and beds, nothing to press, and follows what happens", { tag: ["@only-wall"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Vosper", given: "Queenie", title: "Mrs", tasks: [{ title: "Grab rails" }] });
  await isSignedIn(page, "amara.obi");
  await page.goto("/wards/cedar-ward?display=wall");
  await isLive(page);
  await expect(page.getByText(patient.name)).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByText(/^Page 1 of \d$/)).toBeVisible();
  const fits = await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight);
  expect(fits, "a page of the wall needs no scrolling").toBe(true);
  await expectAccessible(page);
});

test("the wall turns its own pages", { tag: ["@only-wall"] }, async ({ page }) => {
  await page.clock.install();
  await isSignedIn(page, "amara.obi");
  await page.goto("/wards/cedar-ward?display=wall");
  await expect(page.getByText(/^Page 1 of/)).toBeVisible();
  await isLive(page);
  await page.clock.runFor(15_500);
  await expect(page.getByText(/^Page 2 of/)).toBeVisible();
});

test("a screen with an account of its own opens its ward's wall, and hears of patients without their names", { tag: ["@only-wall"] }, async ({ page, stage }) => {
  const heard: string[] = [];
  page.on("response", async (answer) => {
    if (answer.ok() && answer.request().resourceType() === "document") heard.push(await answer.text());
  });
  await page.clock.install();
  await isSignedIn(page, "cedar.screen");
  await page.goto("/");
  await expect(page).toHaveURL(/\/wards\/cedar-ward\?display=wall$/);
  await isLive(page);
  await stage.admit({ family: "Xanthos", given: "Quirin", title: "Mr" });
  await expect(async () => {
    await page.clock.runFor(15_500);
    await expect(page.getByText("Q.X.")).toBeVisible({ timeout: 100 });
  }).toPass();
  await expect(page.locator(".wall__row", { hasText: "Q.X." }).locator(".no-open-task")).toHaveText("No open task");
  await expect(page.getByRole("button")).toHaveCount(0);
  expect(heard.join()).not.toMatch(/NHS No\.|"nhs_number"/);
});
