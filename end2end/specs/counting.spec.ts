import { Homeward } from "../house/homeward";
import { expect, expectAccessible, isSignedIn, test } from "../house/test";

// A server without patience, to which every report takes long.
test.use({
  homeward: [
    async ({}, use) => {
      const homeward = new Homeward();
      await homeward.start({ flags: ["--report-patience", "0"] });
      await use(homeward);
      await homeward.remove();
    },
    { scope: "worker" },
  ],
});

test("a report that takes long says what is counted, and then shows it by itself", { tag: ["@phone"] }, async ({ page }) => {
  await isSignedIn(page, "helen.whitlock");
  let looks = 0;
  let lookAgain = () => {};
  const hasBeenRead = new Promise<void>((resolve) => (lookAgain = resolve));
  await page.route("**/reports/flow*", async (route) => {
    looks += 1;
    if (looks > 1) await hasBeenRead;
    await route.continue();
  });
  await page.goto("/reports/flow");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Counting");
  await expect(page.getByRole("status")).toContainText(/the discharges and the nights from .* to .*The figures come by themselves\./);
  await expectAccessible(page);
  lookAgain();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Flow");
});
