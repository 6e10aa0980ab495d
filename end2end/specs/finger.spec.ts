import type { Locator } from "@playwright/test";
import { chip, expect, heightForAFinger, isLive, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

// What one taps all day is as high as a finger needs, on the tablet and on the phone.

const BOTH_SIZES = { tag: ["@phone"] };
const ENOUGH = 44;

test("the figures and the names of a board", BOTH_SIZES, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quorn", given: "Ada", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await expectEnough(page.locator(".ward-summary a"));
  await expectEnough(rowOf(page, patient).getByRole("link", { name: patient.name }));
});

test("the patients whom a round has left out", BOTH_SIZES, async ({ page, stage }) => {
  await stage.admit({ family: "Quorn", given: "Una", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await page.goto("/wards/cedar-ward/round?at=end");
  await isLive(page);
  await expectEnough(page.locator(".round-end__who"));
});

test("on a phone the first patient is near the top, and the figures stand in one line", { tag: ["@only-phone"] }, async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const tops = await page.locator(".ward-summary > div").evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().top));
  expect(new Set(tops).size, "one line").toBe(1);
  const tools = [page.locator(".search-box"), page.getByText("Filter", { exact: true }), page.getByText("Arrange", { exact: true })];
  const lines = await Promise.all(tools.map(async (tool) => (await tool.boundingBox())?.y));
  expect(new Set(lines).size, "the tools are in one line").toBe(1);
  const first = await page.locator(".board__row:has(.board__name)").first().boundingBox();
  expect(first?.y).toBeLessThan(280);
});

test("a question names its patient with a number in one line", { tag: ["@only-phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Quorn", given: "Ida", title: "Mrs", nhsNumber: "9990000166", tasks: [{ title: "Grab rails" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Grab rails").tap();
  const number = sheet(page, patient).getByText("NHS No. 999 000 0166");
  await expect(number).toBeVisible();
  expect(await number.evaluate((element) => element.getClientRects().length)).toBe(1);
});

async function expectEnough(targets: Locator): Promise<void> {
  await expect(targets).not.toHaveCount(0);
  for (const target of await targets.all()) expect(await heightForAFinger(target), await target.innerText()).toBeGreaterThanOrEqual(ENOUGH);
}
