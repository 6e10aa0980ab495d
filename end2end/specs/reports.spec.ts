import { readFile } from "node:fs/promises";
import { sheetsOf } from "../house/libreoffice";
import { barriersIn } from "../house/pdf";
import { expect, expectAccessible, isSignedIn, test } from "../house/test";

const REPORTS = [
  { path: "/reports/long-stay", heading: "Long stays", chart: /nights in hospital/ },
  { path: "/reports/delays", heading: "Delays", chart: /primary reason of delay/ },
  { path: "/reports/flow", heading: "Flow", chart: /by hour of the day/ },
  { path: "/reports/tasks", heading: "Tasks", chart: undefined },
  { path: "/reports/quality", heading: "Data quality", chart: undefined },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const { path, heading, chart } of REPORTS) {
    test(`${path}, ${colorScheme}, has its figures, its chart and no barrier`, { tag: ["@phone"] }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await isSignedIn(page, "helen.whitlock");
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expect(page.getByRole("table").first().getByRole("row")).not.toHaveCount(1);
      if (chart) await expect(page.getByRole("figure", { name: chart }).or(page.locator("figure", { hasText: chart })).first()).toBeVisible();
      await expectAccessible(page);
    });
  }
}

test("the trust lead starts at the reports, asks for one ward, and takes the figures along", async ({ page }) => {
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/");
  await page.getByRole("link", { name: "Delays" }).click();
  await page.getByLabel("Ward", { exact: true }).selectOption("Cedar Ward");
  await page.getByRole("button", { name: "Count" }).click();
  await expect(page).toHaveURL(/ward=cedar-ward/);
  await expect(page.getByText(/Ward: Cedar Ward/)).toBeVisible();
  const byWard = page.getByRole("region", { name: "Table: By ward" });
  await expect(byWard.getByRole("row")).toHaveCount(2);
  const inAll = await byWard.getByRole("row").nth(1).getByRole("cell").nth(1).innerText();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).first().click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file.startsWith("\u{feff}"), "a byte-order mark").toBe(true);
  expect(file, "the file has the screen's figure").toContain(`Cedar Ward,${inAll},`);
});

test("a workbook opens in another program with the figures of the screen", async ({ page }) => {
  test.setTimeout(120_000);
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports/delays");
  const byWard = page.getByRole("region", { name: "Table: By ward" });
  const rows = (await byWard.getByRole("row").all()).slice(1);
  const shown = await Promise.all(rows.map(async (row) => (await row.getByRole("cell").allInnerTexts()).slice(0, 2)));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Excel" }).first().click();
  const sheets = sheetsOf(await (await download).path());
  expect(sheets.get("By ward")?.filter(([ward]) => shown.some(([name]) => name === ward)).map((row) => row.slice(0, 2))).toEqual(shown);
});

test("a board pack is one file of several reports, and says what is wrong where it is asked for", { tag: ["@phone"] }, async ({ page, complaints }) => {
  complaints.expect(/422/);
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports");
  const pack = page.getByRole("region", { name: "Board pack" });
  await pack.getByLabel("Tasks").uncheck();
  await pack.getByLabel("From").fill("2026-03-02");
  await pack.getByLabel("To").fill("2026-03-01");
  await pack.getByRole("button", { name: "One PDF" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The first day is after the last one." })).toBeVisible();
  await expect(pack.getByLabel("Tasks"), "what was chosen is kept").not.toBeChecked();
  await expect(pack.getByLabel("Delays")).toBeChecked();
  await expectAccessible(page);
  await pack.getByLabel("From").fill("2026-02-01");
  const download = page.waitForEvent("download");
  await pack.getByRole("button", { name: "One workbook" }).click();
  expect((await download).suggestedFilename()).toMatch(/^homeward-pack-20\d\d-\d\d-\d\d\.xlsx$/);
});

test("a board pack of all reports is a PDF that nobody is shut out of", async ({ page }) => {
  test.slow();
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports");
  const pack = page.getByRole("region", { name: "Board pack" });
  for (const { heading } of REPORTS) await pack.getByLabel(heading).check();
  const download = page.waitForEvent("download");
  await pack.getByRole("button", { name: "One PDF" }).click();
  const file = await readFile(await (await download).path());
  expect(file.toString("latin1"), "it says that it keeps the rules").toContain("pdfuaid:part");
  expect(barriersIn(file)).toEqual([]);
  // What the check finds in a file that keeps them not.
  expect(barriersIn(await page.pdf({ tagged: false }))).not.toEqual([]);
});

for (const path of ["/reports/sitrep", "/reports/review"]) {
  test(`${path} is taken along as a PDF that nobody is shut out of`, async ({ page }) => {
    await isSignedIn(page, "helen.whitlock");
    await page.goto(path);
    const file = await page.getByRole("link", { name: "PDF" }).first().getAttribute("href");
    const answer = await page.request.get(new URL(file ?? "", page.url()).href);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect(barriersIn(await answer.body())).toEqual([]);
  });
}

test("a point of a chart is reached by the keyboard and says what it is", async ({ page }) => {
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports/long-stay");
  const point = page.locator("figure", { hasText: "Monday's midnight" }).getByRole("img", { name: /^\d\d-\w{3}-20\d\d: / }).last();
  await point.focus();
  await expect(point).toBeFocused();
});

test("a coordinator goes from a figure to the patient behind it", async ({ page }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/reports/long-stay");
  const link = page.getByRole("region", { name: /^Table: Who has been here/ }).getByRole("link").first();
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("days that make no sense are told on the page", async ({ page, complaints }) => {
  complaints.expect(/422/);
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/reports/flow?from=2026-03-02&to=2026-03-01");
  await expect(page.getByRole("alert").filter({ hasText: "The first day is after the last one." })).toBeVisible();
  await expect(page.getByLabel("From")).toBeVisible();
});
