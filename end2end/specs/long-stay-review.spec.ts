import type { Page } from "@playwright/test";
import { admitForReview } from "../house/long-stay";
import { day, expect, expectAccessible, isSignedIn, type Patient, signIn, test } from "../house/test";

async function openReview(page: Page, patient: Patient): Promise<void> {
  await page.goto(`/reports/review?at=${patient.stay}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(patient.name);
}

async function fillAction(page: Page, what: string): Promise<void> {
  await page.getByLabel("1. What").fill(what);
  await page.getByRole("group", { name: "Action 1" }).getByLabel("Who").fill("Adult social care");
  await page.getByRole("group", { name: "Action 1" }).getByLabel("By").fill(day(2));
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the week and a patient of it, ${colorScheme}, have no barrier`, { tag: ["@wall", "@phone"] }, async ({ page, stage }) => {
    const patient = await admitForReview(stage, "Zeal");
    await page.emulateMedia({ colorScheme });
    await isSignedIn(page, "tom.reyes");
    await page.goto("/reports/review");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Long-stay review");
    await expectAccessible(page);
    await openReview(page, patient);
    await fillAction(page, "Care home to assess");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { name: "As it is written" })).toBeVisible();
    await expectAccessible(page);
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("Tom works through the meeting and signs the week off", async ({ page, stage }) => {
    const [first, second] = [await admitForReview(stage, "Zouch", 404), await admitForReview(stage, "Zelley", 402)];
    await signIn(page, "tom.reyes");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Reports" }).click();
    await page.getByRole("link", { name: "Long-stay review" }).click();
    await page.getByRole("link", { name: "On to the next who is still to be reviewed" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(first.name);
    await expect(page.getByText(/^\d{3} nights$/)).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Care home found: " })).toBeVisible();
    await fillAction(page, "Care home to assess");
    await page.getByLabel("Escalated to").selectOption("Matron");
    await page.getByRole("button", { name: "Save, and on to the next" }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(second.name);
    await page.getByRole("link", { name: "Previous patient" }).click();
    await expect(page.getByText(/^Care home to assess: Adult social care, by /)).toBeVisible();
    await fillAction(page, "Care home has assessed");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/, version 2$/), "a correction is another version").toBeVisible();

    await page.getByRole("link", { name: "The whole week, and its sign-off" }).click();
    await expect(page.getByRole("row").filter({ hasText: first.name }).first()).toContainText("Reviewed");
    await page.getByLabel("Who was at the meeting?").fill("Dr Shah, Ffion Prosser");
    await page.getByLabel("Your name").fill("Tom Reyes");
    await page.getByRole("button", { name: "Sign off" }).click();
    await expect(page.getByRole("region", { name: "Table: Signed off" })).toContainText("Dr Shah, Ffion Prosser");
  });
});

test("of two who write at once, the second sees both texts before one stands", async ({ page, stage, anotherPerson, complaints }) => {
  complaints.expect(/409/);
  const patient = await admitForReview(stage, "Zimmer");
  await isSignedIn(page, "tom.reyes");
  const other = await anotherPerson();
  await isSignedIn(other, "tom.reyes");
  await openReview(page, patient);
  await openReview(other, patient);
  await fillAction(page, "Care home to assess");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "As it is written" })).toBeVisible();

  await fillAction(other, "Funding panel");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  const theirs = other.getByRole("alert", { name: "Tom Reyes has written about this patient while you did" });
  await expect(theirs).toContainText("Care home to assess");
  await expect(other.getByLabel("1. What")).toHaveValue("Funding panel");
  await expectAccessible(other);
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await other.getByText("Earlier versions").click();
  await expect(other.getByText(/^Care home to assess: /), "both versions are kept").toBeVisible();
  await expect(other.getByText(/^Funding panel: /)).toBeVisible();
});

test("what is missing is said, with what was typed", async ({ page, stage, complaints }) => {
  complaints.expect(/422/);
  const patient = await admitForReview(stage, "Zorn");
  await isSignedIn(page, "tom.reyes");
  await openReview(page, patient);
  await page.getByLabel("1. What").fill("Care home to assess");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Please give who does");
  await expect(page.getByLabel("1. What")).toHaveValue("Care home to assess");
});

test("a trust lead sees how far the meeting is, and no patient", async ({ page, stage }) => {
  const patient = await admitForReview(stage, "Zadora");
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports/review");
  await expect(page.getByText(/^\d+ of \d+ reviewed this week\.$/)).toBeVisible();
  await expect(page.getByText(patient.name)).toHaveCount(0);
  await expectAccessible(page);
});
