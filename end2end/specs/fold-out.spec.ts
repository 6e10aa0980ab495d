import type { Locator, Page } from "@playwright/test";
import { expect, isSignedIn, openBoard, test } from "../house/test";

// What folds out over the board: "Filter" and "Arrange".

const BOTH_SIZES = { tag: ["@phone"] };

test.beforeEach(async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
});

test("the Escape key folds a panel, and the focus is on its button", BOTH_SIZES, async ({ page }) => {
  for (const name of ["Filter", "Arrange"]) {
    await button(page, name).tap();
    await expect(panel(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(button(page, name)).toBeFocused();
  }
});

test("one panel is out at a time, inside the window", BOTH_SIZES, async ({ page }) => {
  await button(page, "Filter").tap();
  await expect(panel(page).getByRole("heading", { name: "Show only" })).toBeVisible();
  await expectInsideWindow(page);
  await button(page, "Arrange").tap();
  await expect(panel(page).getByRole("group", { name: "Sort by" })).toBeVisible();
  await expect(panel(page)).toHaveCount(1);
  await expectInsideWindow(page);
  await button(page, "Arrange").tap();
  await expect(panel(page)).toHaveCount(0);
});

test("a tap beside a panel folds it, and reaches no patient", BOTH_SIZES, async ({ page }) => {
  await button(page, "Arrange").tap();
  await expect(panel(page)).toBeVisible();
  await tapMiddle(page, page.locator(".board__name").first());
  await expect(panel(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/wards\/cedar-ward$/);
  await tapMiddle(page, page.locator(".board__name").first());
  await expect(page, "with nothing out, the same tap does").toHaveURL(/\/patients\//);
});

test("whoever goes on by keyboard leaves no panel over what they come to", async ({ page }) => {
  await button(page, "Arrange").focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeVisible();
  for (let presses = 0; presses < 10 && (await panel(page).count()) > 0; presses += 1) await page.keyboard.press("Tab");
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator(".ward-summary a").first()).toBeFocused();
});

function button(page: Page, name: string): Locator {
  return page.getByText(name, { exact: true });
}

/** The one that is out. */
function panel(page: Page): Locator {
  return page.locator(".fold-out[open] .fold-out__panel");
}

async function expectInsideWindow(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const box = await panel(page).boundingBox();
  expect(box).not.toBeNull();
  const { x, y, width: across, height: down } = box ?? { x: -1, y: -1, width: 0, height: 0 };
  expect(Math.min(x, y), "it begins inside").toBeGreaterThanOrEqual(0);
  expect(x + across, "it ends inside").toBeLessThanOrEqual(width);
  expect(y + down, "all of it can be reached").toBeLessThanOrEqual(height);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "the page lies still").toBe(width);
}

/** A finger on that place, whatever lies over it. */
async function tapMiddle(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error("there is nothing to tap");
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}
