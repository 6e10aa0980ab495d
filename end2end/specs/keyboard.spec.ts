import type { Locator, Page } from "@playwright/test";
import { chip, expect, isSignedIn, openBoard, PASSWORD, rowOf, sheet, test } from "../house/test";

// At the desk: no finger and no mouse.

test("signing in and out by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.getByLabel("Username"));
  await page.keyboard.type("amara.obi");
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cedar Ward");
  await tabTo(page, page.getByRole("button", { name: "Sign out" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("the skip link leads past the bar", async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
});

test("a task is waited for, then done, and the focus stays where the work is", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Ingram", given: "Hetty", title: "Mrs", tasks: [{ title: "Care call booked" }, { title: "Fridge filled" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const question = sheet(page, patient);
  const called = chip(page, patient, "Care call booked");

  await called.focus();
  await page.keyboard.press("Enter");
  await expect(question.getByRole("heading", { name: "Care call booked" })).toBeFocused();
  await tabTo(page, question.getByRole("button", { name: "Waiting on…" }));
  await page.keyboard.press("Enter");
  await tabTo(page, question.getByLabel("Waiting on"));
  await page.keyboard.type("the care provider");
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(called).toHaveAccessibleName(/Waiting on the care provider/);
  await expect(called).toBeFocused();

  await page.keyboard.press("Space");
  await tabTo(page, question.getByRole("button", { name: "Done", exact: true }));
  await page.keyboard.press("Space");
  await expect(question).toBeHidden();
  await expect(called).toHaveCount(0);
});

test("the expected date and the criteria are set from the row", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Jolley", given: "Maud", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const row = rowOf(page, patient);
  await row.getByRole("link", { name: patient.name }).focus();
  await page.keyboard.press("Tab");
  await expect(row.getByRole("button", { name: "Red or green day" })).toBeFocused();
  await page.keyboard.press("Tab");
  const date = row.getByRole("button", { name: "Expected date of discharge" });
  await expect(date).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, sheet(page, patient).getByRole("button", { name: "tomorrow" }));
  await page.keyboard.press("Enter");
  await expect(date).toContainText("tomorrow");
  await expect(date).toBeFocused();

  await page.keyboard.press("Tab");
  const criteria = row.getByRole("button", { name: "Criteria to reside" });
  await expect(criteria).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, sheet(page, patient).getByLabel("Requiring intravenous fluids"));
  await page.keyboard.press("Space");
  await tabTo(page, sheet(page, patient).getByRole("button", { name: "Meets the criteria" }));
  await page.keyboard.press("Enter");
  await expect(criteria).toContainText("Meets");
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target, "reached with the tab key").toBeFocused();
}

test("the heading of a column stands out while one of its cells has the focus", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Lomax", given: "Nell", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const lit = page.locator(".board__cell--lit");
  await expect(lit).toHaveCount(0);
  await rowOf(page, patient).getByRole("button", { name: /^Expected date of discharge/ }).focus();
  await expect(lit).toHaveText("EDD");
  await rowOf(page, patient).getByRole("link", { name: patient.name }).focus();
  await expect(lit).toHaveText("Patient");
  await page.getByRole("link", { name: "Board round" }).focus();
  await expect(lit).toHaveCount(0);
});

test("a task that is done leaves the focus with the tasks of its patient", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Marlow", given: "Ena", title: "Mrs", tasks: [{ title: "Shoes found" }, { title: "Keys found" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  for (const [title, next] of [["Shoes found", chip(page, patient, "Keys found")], ["Keys found", rowOf(page, patient).getByRole("link", { name: /finished$/ })]] as const) {
    await chip(page, patient, title).press("Enter");
    await sheet(page, patient).getByRole("button", { name: "Done" }).press("Enter");
    await expect(chip(page, patient, title)).toHaveCount(0);
    await expect(next).toBeFocused();
  }
});
