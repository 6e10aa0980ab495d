// A ward's board on a slow tablet: the first visit with nothing kept, and the second.
import type { CDPSession, Page } from "@playwright/test";
import { isLive } from "../house/board";
import { hydrated } from "../house/hydrated";
import { threeOfFour } from "./figures";
import { LAST_PART, measure, withNewTablet } from "./measure";
import { slowTablet } from "./slow";

const WARD = "/wards/cedar-ward";
const RUNS = 11;

/** Times in ms since the navigation began; the shift as the browser scores it. */
type Visit = { largestPaint: number; interactive: number; layoutShift: number };
type Watched = Window & { visit: Visit };

measure("a ward's board, first and second visit", async ({ browser, homeward, staticPages, figures }) => {
  const reference = await staticPages.copy(WARD);
  const [first, second, still]: [Array<Visit & { bytes: number; bytesBefore: number }>, Visit[], Visit[]] = [[], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    await withNewTablet(browser, homeward.url, "tom.reyes", async (page) => {
      const tablet = await prepare(page);
      const bytes = countBytes(tablet);
      const lastPart = page.waitForResponse(LAST_PART);
      let bytesBefore = 0;
      const found = await visit(page, WARD, async () => {
        await hydrated(page);
        bytesBefore = bytes();
        await isLive(page);
        await (await lastPart).finished();
      });
      first.push({ ...found, bytesBefore, bytes: bytes() });
      second.push(await visit(page, WARD, isLive));
    });
    await withNewTablet(browser, homeward.url, "tom.reyes", async (page) => {
      await prepare(page);
      still.push(await visit(page, reference, async () => {}));
    });
  }
  const of = (visits: Visit[], what: keyof Visit) => threeOfFour(visits.map((visit) => visit[what]));
  const ms = { unit: "ms" };
  figures.atMost("ward board, slow tablet: largest paint", of(first, "largestPaint"), { aim: 1_300, ...ms, reference: of(still, "largestPaint") });
  figures.atMost("ward board, slow tablet: interactive", of(first, "interactive"), { aim: 2_500, ...ms });
  figures.atMost("ward board, slow tablet: layout shift", of(first, "layoutShift"), { aim: 0.01, unit: "", digits: 4 });
  const kB = { aim: 250, unit: "kB" };
  figures.atMost("ward board, slow tablet: transferred until interactive", threeOfFour(first.map(({ bytesBefore }) => bytesBefore / 1_000)), kB);
  figures.atMost("ward board, slow tablet: transferred in all", threeOfFour(first.map(({ bytes }) => bytes / 1_000)), kB);
  figures.atMost("ward board, slow tablet: largest paint, second visit", of(second, "largestPaint"), { aim: 500, ...ms });
});

async function prepare(page: Page): Promise<CDPSession> {
  await page.addInitScript(watch);
  return await slowTablet(page);
}

async function visit(page: Page, path: string, isReady: (page: Page) => Promise<void>): Promise<Visit> {
  await page.goto(path);
  await isReady(page);
  await page.waitForFunction(() => (window as unknown as Watched).visit.largestPaint > 0);
  return await page.evaluate(async () => {
    const nextPaint = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    await nextPaint();
    await nextPaint();
    return (window as unknown as Watched).visit;
  });
}

/** Runs in the page, before anything else. */
function watch(): void {
  const visit: Visit = { largestPaint: 0, interactive: 0, layoutShift: 0 };
  (window as unknown as Watched).visit = visit;
  const observe = (type: string, take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime }) => (visit.largestPaint = startTime));
  observe("layout-shift", ({ value = 0, hadRecentInput }) => (visit.layoutShift += hadRecentInput ? 0 : value));
  new MutationObserver(() => (visit.interactive = performance.now())).observe(document, { subtree: true, attributeFilter: ["data-hydrated"] });
}

/** Counts what arrives from here on, headers and all, as it is packed on the way. */
function countBytes(tablet: CDPSession): () => number {
  let bytes = 0;
  tablet.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}
