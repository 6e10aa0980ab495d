import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expect, hydrated, isSignedIn, openBoard, test } from "../house/test";

// The list of Rowan Ward, made for beds that the demo hospital leaves free.
const CSV = resolve(import.meta.dirname, "../../demo/ward-list.csv");
const XLSX = resolve(import.meta.dirname, "../../demo/ward-list.xlsx");

test("a ward's list goes in, and its patients come to a board that is open elsewhere", async ({ page, anotherPerson }) => {
  const harpreet = await anotherPerson();
  await isSignedIn(harpreet, "harpreet.kaur");
  await openBoard(harpreet, "rowan-ward");
  const newcomer = harpreet.getByRole("link", { name: "WETHERBY, Constance (Mrs)" });
  await expect(newcomer).toHaveCount(0);

  await isSignedIn(page, "tom.reyes");
  await page.goto("/import");
  await check(page, CSV, "Rowan Ward");

  await test.step("the report says row by row what the list would do", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check of a ward's list");
    await expect(page.getByText("ward-list.csv")).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: "TREGENZA" });
    await expect(row).toContainText("New patient");
    await expect(row).toContainText("row 7, NHS No: 999 123 4567 fails its check digit; kept as text, not used to match");
    await expect(page.getByText("Columns that were left out:").locator("..")).toContainText("Diet");
    await expect(newcomer, "a check changes nothing").toHaveCount(0);
  });

  await page.getByRole("button", { name: /^Bring in these \d+ patients$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A ward's list was brought in");
  await expect(newcomer).toBeVisible();
  const list = harpreet.getByRole("list", { name: "Open tasks of ANSTRUTHER, Joyce (Miss)" });
  await expect(list.getByRole("button", { name: /Waiting on agency/i })).toBeVisible();

  await test.step("the same list again changes nothing", async () => {
    await page.goto("/import");
    await check(page, XLSX, "Rowan Ward");
    await expect(page.getByText("All of it is already so: there is nothing to bring in.")).toBeVisible();
  });
});

test("a file that is no list is refused in plain words", async ({ page, complaints }) => {
  complaints.expect(/422/);
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await hydrated(page);
  await page.getByRole("link", { name: "Import" }).tap();
  await page.getByLabel("The list").setInputFiles({ name: "photo.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("not a workbook") });
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The list could not be read");
  await page.getByRole("link", { name: "Choose another file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import a ward's list");
});

async function check(page: Page, file: string, ward: string): Promise<void> {
  await page.getByLabel("The list").setInputFiles(file);
  await page.getByLabel("Ward", { exact: true }).selectOption(ward);
  await page.getByRole("button", { name: "Check the list" }).click();
}
