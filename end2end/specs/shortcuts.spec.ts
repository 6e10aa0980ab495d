import { expect, expectAccessible, hydrated, isSignedIn, openBoard, test } from "../house/test";

test("? lists the keys, and the focus comes back", async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const patient = page.getByRole("row").getByRole("link").first();
  await patient.focus();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list).toContainText("Search patients");
  await expectAccessible(page, "dialog[open]");
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(patient).toBeFocused();
});

test("the list opens from the foot of the page too, and closes with its button", async ({ page }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await hydrated(page);
  const button = page.getByRole("button", { name: "Keyboard shortcuts" });
  await button.click();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(button).toBeFocused();
});

test("whoever presses keys by accident turns them off, for good", async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.keyboard.press("?");
  await page.getByLabel("Use the keys / and ? on this device").uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await hydrated(page);
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("searchbox", { name: "Search patients" })).not.toBeFocused();
});

test("a screen on the wall has no keys", { tag: ["@only-wall"] }, async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward?display=wall");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toHaveCount(0);
});
