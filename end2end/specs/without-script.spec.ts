import { resolve } from "node:path";
import { expect, PASSWORD, rowOf, test } from "../house/test";

// On a tablet whose browser is too old for the program, or before it has arrived.
test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page }, testInfo) => {
  await page.goto("/");
  await page.getByLabel("Username").fill(testInfo.title.startsWith("Tom") ? "tom.reyes" : "amara.obi");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
});

test("Amara signs in, reads her board and a patient's page, and signs out", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quill", given: "Edith", title: "Mrs", tasks: [{ title: "Reading glasses found" }] });
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cedar Ward");
  await expect(page.getByText(/^As at \d\d:\d\d$/), "the board doesn't claim to be live").toBeVisible();
  await expect(rowOf(page, patient)).toContainText("Reading glasses found");

  await page.getByRole("link", { name: patient.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(patient.name);
  await expect(page.getByRole("listitem").filter({ hasText: "Tom Reyes added Reading glasses found" })).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("Amara taps a task and says that it is done", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quince", given: "Ada", title: "Mrs", tasks: [{ title: "Front door key found" }] });
  await page.reload();
  await rowOf(page, patient).getByRole("button", { name: /^Front door key found/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(patient.name);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Front door key found");

  await page.getByLabel("Waiting on").fill("the neighbour");
  await page.getByRole("button", { name: "Waiting on" }).click();
  await expect(page.getByRole("heading", { level: 1 }), "back on the board").toHaveText("Cedar Ward");
  await expect(rowOf(page, patient)).toContainText("Waiting on the neighbour");

  await rowOf(page, patient).getByRole("button", { name: /^Front door key found/ }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(rowOf(page, patient)).toContainText("No open task");
});

test("Amara folds the filter out, and away with a tap beside it", async ({ page }) => {
  const panel = page.getByRole("heading", { name: "Show only" });
  await page.getByText("Filter", { exact: true }).click();
  await expect(panel).toBeVisible();
  const name = await page.locator(".board__name").first().boundingBox();
  await page.mouse.click((name?.x ?? 0) + 10, (name?.y ?? 0) + 10);
  await expect(panel).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 }), "the tap meant no patient").toHaveText("Cedar Ward");
});

test("Amara searches for a patient", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quayle", given: "Dora", title: "Mrs" });
  await page.getByRole("searchbox", { name: "Search patients" }).fill("quayle");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("link", { name: patient.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(patient.name);
});

test("Tom checks a ward's list", async ({ page }) => {
  await page.getByRole("link", { name: "Import" }).click();
  await page.getByLabel("The list").setInputFiles(resolve(import.meta.dirname, "../../demo/ward-list.xlsx"));
  await page.getByLabel("Ward", { exact: true }).selectOption("Rowan Ward");
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check of a ward's list");
  await expect(page.getByRole("table").getByRole("row")).not.toHaveCount(0);
});
