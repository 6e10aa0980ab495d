import type { Page } from "@playwright/test";
import { chip, expect, isLive, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

// The rows of a board come to life in turns. What is touched, or changed by others, before its turn does not wait.

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("rows are taken over as the server rendered them", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quade", given: "Iris", title: "Mrs", tasks: [{ title: "Door code" }] });
  await page.goto("/wards/cedar-ward", { waitUntil: "commit" });
  await rowOf(page, patient).evaluate((row) => (row.dataset["rendered"] = "by the server"));
  await isLive(page);
  await chip(page, patient, "Door code").tap();
  await expect(sheet(page, patient)).toBeVisible();
  await expect(rowOf(page, patient)).toHaveAttribute("data-rendered", "by the server");
});

test("a tap on a row whose turn has not come is heard", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quayle", given: "Orla", title: "Ms", tasks: [{ title: "Door code" }] });
  await openWaitingBoard(page);
  await chip(page, patient, "Door code").tap();
  await sheet(page, patient).getByRole("button", { name: "Start" }).tap();
  await expect(chip(page, patient, "Door code")).toHaveAccessibleName(/In progress$/);
  await expect(page).toHaveURL(/\/wards\/cedar-ward$/);
});

test("what another does shows in a row whose turn has not come, and that row works", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quilter", given: "Ned", title: "Mr", tasks: [{ title: "Door code" }] });
  await openWaitingBoard(page);
  await stage.addTask(patient.stay, 2, { title: "Cat fed" });
  await chip(page, patient, "Cat fed").tap();
  await expect(sheet(page, patient).getByRole("heading", { name: "Cat fed" })).toBeFocused();
});

test("the focus stays where another changes a row whose turn has not come", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quist", given: "Vera", title: "Dr", tasks: [{ title: "Door code" }] });
  await openWaitingBoard(page);
  await chip(page, patient, "Door code").focus();
  await stage.addTask(patient.stay, 2, { title: "Cat fed" });
  await expect(chip(page, patient, "Cat fed")).toBeVisible();
  await expect(chip(page, patient, "Door code")).toBeFocused();
});

async function openWaitingBoard(page: Page): Promise<void> {
  await page.addInitScript(holdTurns);
  await openBoard(page, "cedar-ward");
  await expect(page.locator("html[data-waits-for-a-turn]")).toBeAttached();
}

/** Runs in the page: no turn ever comes, as if the tablet were too busy. */
function holdTurns(): void {
  const timer = window.setTimeout.bind(window);
  const hold = () => (document.documentElement.dataset["waitsForATurn"] = "");
  // The page's own script, which waits for the first paint, names no time.
  const onlyLater = (then: () => void, wait?: number) => (wait === 0 ? hold() : timer(then, wait));
  window.setTimeout = onlyLater as unknown as typeof window.setTimeout;
}
