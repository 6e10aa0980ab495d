import type { Page } from "@playwright/test";
import { day } from "../house/stage";
import { expect, isSignedIn, openBoard, rowOf, test } from "../house/test";

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("a row says who, how long, until when, and what stands in the way", { tag: ["@wall", "@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({
    family: "Okafor",
    given: "Ada",
    title: "Mrs",
    daysAgo: 8,
    expectedIn: 1,
    tasks: [{ title: "Keys for the home" }],
  });
  await openBoard(page, "cedar-ward");
  await expect(rowOf(page, patient)).toMatchAriaSnapshot(`
    - row:
      - rowheader "${patient.bed}"
      - cell:
        - link "OKAFOR, Ada (Mrs)"
        - text: /Born 14-Jul-1945 \\(\\d+y\\) NHS No\\. Not Known/
      - cell /8 days in hospital 7\\+/:
        - 'button "Red or green day of OKAFOR, Ada (Mrs): Not yet said"'
      - cell:
        - button /Expected date of discharge of OKAFOR, Ada \\(Mrs\\)\\:.* tomorrow/
      - cell:
        - 'button "Criteria to reside of OKAFOR, Ada (Mrs): Not reviewed"'
      - cell:
        - 'button "Pathway of OKAFOR, Ada (Mrs): Not set"'
      - cell:
        - list "Open tasks of OKAFOR, Ada (Mrs)":
          - listitem:
            - 'button "Keys for the home: Ward team, no due time, To do"'
          - listitem:
            - button "Add a task for OKAFOR, Ada (Mrs)"
            - button "More for OKAFOR, Ada (Mrs)"
  `);
});

for (const [daysAgo, mark] of [[6, ""], [7, "7+"], [14, "14+"], [21, "21+"]] as const) {
  test(`${daysAgo} days in hospital are marked ${mark || "with nothing"}`, async ({ page, stage }) => {
    const patient = await stage.admit({ family: "Lindqvist", given: `Elsa ${daysAgo}`, title: "Mrs", daysAgo });
    await openBoard(page, "cedar-ward");
    await expect(rowOf(page, patient).getByRole("cell", { name: "days in hospital" })).toContainText(`${daysAgo} days in hospital ${mark}`.trim());
  });
}

test("an empty bed says so", { tag: ["@wall", "@phone"] }, async ({ page }) => {
  await openBoard(page, "cedar-ward");
  await expect(page.getByRole("row").filter({ hasText: "UNOCCUPIED" }).first()).toMatchAriaSnapshot(`
    - row /UNOCCUPIED/:
      - rowheader
      - cell "UNOCCUPIED"
  `);
});

test("beds stand in the order in which one walks the ward", async ({ page }) => {
  await openBoard(page, "cedar-ward");
  const beds = await page.getByRole("rowheader").allInnerTexts();
  const numbered = beds.map((bed) => /([A-Z]+)(\d+)$/.exec(bed.trim())).filter((bed) => bed !== null);
  const walked = numbered.map(([, bay, number]) => `${bay}${number?.padStart(3, "0")}`).filter((bed) => /^[A-Z]\d/.test(bed));
  expect(walked.length).toBeGreaterThan(5);
  expect(walked).toEqual(walked.toSorted());
});

test("the head counts the patients and what is overdue", async ({ page, stage }) => {
  await openBoard(page, "cedar-ward");
  const overdue = page.getByRole("link", { name: "show only these (Overdue)" });
  const before = Number.parseInt(await overdue.innerText(), 10);
  await stage.admit({ family: "Marsh", given: "Peggy", title: "Mrs", tasks: [{ title: "Door lock mended", due: new Date(Date.now() - 3_600_000) }] });
  await expect(overdue).toHaveText(new RegExp(`^${before + 1}\\b`));
});

test("the board fits the screen it hangs on", { tag: ["@wall", "@phone"] }, async ({ page, stage }) => {
  const green = await stage.admit({ family: "Featherstonehaugh", given: "Gwendoline", title: "Mrs", daysAgo: 21, expectedIn: 1 });
  await stage.does(green.stay, { do: "record_day", day: day(0), colour: "green", words: "" });
  await stage.does(green.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date().toISOString() });
  await stage.does(green.stay, { do: "set_pathway", stage: "proposed", pathway: "1" });
  const red = await stage.admit({ family: "Featherstone", given: "Gwen", title: "Miss", expectedIn: -1 });
  await stage.does(red.stay, { do: "record_day", day: day(0), colour: { red: "assessment_not_done" }, words: "" });
  await openBoard(page, "cedar-ward");
  await expect(rowOf(page, red)).toContainText("Assessment not done");
  await everythingFits(page);
});

// Whenever a button that can send a form comes, the browser looks through all of the form: for a whole hospital that took seconds.
test("no row of the board has a form, nor a button of one", async ({ page }) => {
  await openBoard(page, "cedar-ward");
  await expect(page.locator(".board .chip").first()).toBeVisible();
  await expect(page.locator(".board :is(form, [form], [type=submit])")).toHaveCount(0);
});

test("the headings stay in sight while the rows are scrolled", { tag: "@wall" }, async ({ page }) => {
  for (const path of ["/wards/cedar-ward", "/board"]) {
    await page.goto(path);
    const scroller = page.locator(".board-scroller");
    await scroller.focus();
    await page.keyboard.press("End");
    await expect.poll(() => scroller.evaluate((scroller) => scroller.scrollTop)).toBeGreaterThan(100);
    const headings = page.getByRole("columnheader", { name: "Patient", exact: true });
    const [top, place] = [await scroller.boundingBox(), await headings.boundingBox()];
    expect(Math.abs((place?.y ?? 0) - (top?.y ?? 0)), "at the top of what scrolls").toBeLessThan(3);
    await expect(headings).toBeInViewport();
  }
});

for (const width of [320, 360, 380, 430]) {
  test(`the board fits a phone of ${width} pixels`, { tag: "@only-phone" }, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openBoard(page, "cedar-ward");
    await everythingFits(page);
  });
}

async function everythingFits(page: Page): Promise<void> {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(width[0], "nothing sticks out at the side").toBeLessThanOrEqual(width[1] ?? 0);
  const cut = await page.locator("tbody .board__cell").evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent));
  expect(cut, "no cell has more words than room").toEqual([]);
}
