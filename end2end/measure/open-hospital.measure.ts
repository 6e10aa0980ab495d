// The board of all wards on a slow tablet's processor: opened by its address, and by a link from the wards.
import type { Page } from "@playwright/test";
import { isLive } from "../house/board";
import { hydrated } from "../house/hydrated";
import { threeOfFour } from "./figures";
import { LAST_PART, measure, withNewTablet } from "./measure";
import { slowCpu } from "./slow";

const BOARD = "/board";
const RUNS = 3;

/** In ms, from the answer's first byte. */
type Opened = { read: number; interactive: number };
/** In ms, from the finger's lifting. */
type Linked = { firstRow: number; allRows: number; longestTask: number };
type Watched = Window & { interactive: number; linked: Linked };

measure("all wards, opened", async ({ browser, homeward, staticPages, figures }) => {
  const reference = await staticPages.copy(BOARD);
  const [opened, still, linked]: [Opened[], Opened[], Linked[]] = [[], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    opened.push(await withNewTablet(browser, homeward.url, "tom.reyes", (page) => open(page, BOARD, hydrated)));
    still.push(await withNewTablet(browser, homeward.url, "tom.reyes", (page) => open(page, reference, async () => {})));
    linked.push(await withNewTablet(browser, homeward.url, "tom.reyes", follow));
  }
  const ms = { unit: "ms" };
  const reading = ({ read }: Opened) => read;
  figures.atMost("all wards at 4x CPU: until the page is read", threeOfFour(opened.map(reading)), { aim: 2_000, ...ms, reference: threeOfFour(still.map(reading)) });
  figures.atMost("all wards at 4x CPU: until a tap is heard", threeOfFour(opened.map(({ interactive }) => interactive)), { aim: 5_000, ...ms });
  figures.atMost("all wards at 4x CPU, by a link: until the first row", threeOfFour(linked.map(({ firstRow }) => firstRow)), { aim: 1_500, ...ms });
  figures.atMost("all wards at 4x CPU, by a link: until the last row", threeOfFour(linked.map(({ allRows }) => allRows)), { aim: 15_000, ...ms });
  figures.atMost("all wards at 4x CPU, by a link: longest task", threeOfFour(linked.map(({ longestTask }) => longestTask)), { aim: 500, ...ms });
});

async function open(page: Page, path: string, isReady: (page: Page) => Promise<void>): Promise<Opened> {
  await page.addInitScript(() => {
    const alive = () => ((window as unknown as Watched).interactive = performance.now());
    new MutationObserver(alive).observe(document, { subtree: true, attributeFilter: ["data-hydrated"] });
  });
  await slowCpu(page);
  await page.goto(path);
  await isReady(page);
  return await page.evaluate(() => {
    const [{ responseStart, domInteractive }] = performance.getEntriesByType("navigation") as [PerformanceNavigationTiming];
    return { read: domInteractive - responseStart, interactive: (window as unknown as Watched).interactive - responseStart };
  });
}

async function follow(page: Page): Promise<Linked> {
  const lastPart = page.waitForResponse(LAST_PART);
  await page.goto("/wards");
  await isLive(page);
  await (await lastPart).finished();
  await slowCpu(page);
  await page.evaluate(watchLink);
  await page.getByRole("link", { name: "All patients" }).tap();
  await page.waitForFunction(() => (window as unknown as Watched).linked.allRows > 0, null, { polling: 250, timeout: 120_000 });
  return await page.evaluate(() => (window as unknown as Watched).linked);
}

/** Runs in the page: the rows are there when no empty one waits among them. */
function watchLink(): void {
  const linked: Linked = { firstRow: 0, allRows: 0, longestTask: 0 };
  (window as unknown as Watched).linked = linked;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (linked.longestTask = Math.max(linked.longestTask, duration)))).observe({ type: "longtask" });
  const count = (from: number) => {
    const rows = document.querySelectorAll("tbody .board__row");
    // A patient's, or that of an empty bed.
    const isBuilt = (row?: Element) => (row?.childElementCount ?? 0) > 0;
    if (isBuilt(rows[0])) linked.firstRow ||= performance.now() - from;
    if (isBuilt(rows[rows.length - 1])) linked.allRows = performance.now() - from;
    // Seldom, once the first is there: to look costs what half a row costs to build.
    else setTimeout(count, linked.firstRow === 0 ? 20 : 250, from);
  };
  window.addEventListener("click", ({ timeStamp }) => count(timeStamp), { capture: true, once: true });
}
