import { ownHomeward } from "../house/homeward";
import { expect, expectAccessible, isSignedIn, test } from "../house/test";

// A server without patience, to which every report takes long.
test.use({ homeward: [ownHomeward("--report-patience", "0"), { scope: "worker" }] });

test("a report that takes long says what is counted, and then shows it by itself", { tag: ["@phone"] }, async ({ page }) => {
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports/flow");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Counting");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Flow");
});

test("what says that it is counted has no barrier, and one may look now", { tag: ["@phone"] }, async ({ page }) => {
  await isSignedIn(page, "helen.whitlock");
  // Read at leisure: the page does not look again by itself.
  await page.route("**/reports/flow*", async (route) => {
    const answer = await route.fetch();
    const { refresh: _, ...headers } = answer.headers();
    await route.fulfill({ response: answer, headers });
  });
  await page.goto("/reports/flow");
  await expect(page.getByRole("main").getByRole("status")).toContainText(/the discharges and the nights from .* to .*The figures come by themselves\./);
  await expectAccessible(page);
  const counted = page.getByRole("heading", { level: 1, name: "Flow" });
  await expect(async () => {
    await page.getByRole("link", { name: "Look now" }).click();
    await expect(counted).toBeVisible({ timeout: 1_000 });
  }).toPass();
});
