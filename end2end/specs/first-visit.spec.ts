import { expect, expectAccessible, test } from "../house/test";

test("somebody who opens Homeward for the first time is asked who they are", { tag: ["@wall", "@phone"] }, async ({ page }) => {
  await page.goto("/");
  await expect(page.getByLabel("Username", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expectAccessible(page);
});
