import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** No rule of WCAG 2.2 AA that a program can check is broken on the page, or in the parts of it that are named, as it is now. */
export async function expectAccessible(page: Page, ...parts: string[]): Promise<void> {
  if (parts.length === 0) await layOutWhatIsOutOfView(page);
  // Of what holds, one example a rule is enough: to name each element takes longer than to look at it.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  for (const part of parts) {
    await expect(page.locator(part), `there is a ${part}`).not.toHaveCount(0);
    axe.include(part);
  }
  const { violations } = await axe.withTags(WCAG_2_2_AA).analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
  expect(found, "axe finds nothing").toEqual([]);
}

/** The board's rows have no layout while nobody sees them, so what is in them would be measured where it never stands. */
async function layOutWhatIsOutOfView(page: Page): Promise<void> {
  await page.evaluate(() => {
    const everything = new CSSStyleSheet();
    everything.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets = [everything];
  });
}
