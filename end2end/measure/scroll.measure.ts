// All 580 patients on one board, scrolled with a finger on a slow tablet while the hospital goes on working.
import { type CDPSession, expect, type Page } from "@playwright/test";
import { isLive } from "../house/board";
import { heard, listen } from "./live-changes";
import { measure, withNewTablet } from "./measure";
import { slowCpu } from "./slow";
import { tasksDuring } from "./trace";

const BOARD = "/board";
/** How many times faster than a real day. */
const SPEED = 10;
/** Down and up again, in CSS pixels and in pixels a second. */
const STROKE = 4_000;
const PACE = 2_000;
const STROKES = 10;
/** So many live changes are waited for, this long at most, in strokes. */
const CHANGES = 5;
const MOST_STROKES = 40;
/** One in a sixtieth of a second, and what the clock rounds. */
const IN_TIME = 17;

type Frames = { perSecond: number; inTime: number; longest: number };
type Recorded = Window & { frameTimes: number[] };

measure("all wards, scrolled", async ({ browser, homeward, staticPages, figures }) => {
  const reference = await staticPages.copy(BOARD);
  const still = await withNewTablet(browser, homeward.url, "tom.reyes", async (page) => {
    await page.goto(reference);
    const tablet = await slowCpu(page);
    return await scroll(page, tablet, (strokes) => strokes < STROKES);
  });
  await withNewTablet(browser, homeward.url, "tom.reyes", async (page) => {
    await listen(page);
    await page.goto(BOARD);
    await isLive(page);
    const stop = homeward.playTheDay(SPEED);
    // The day is being played once a change has come: that the program for it starts is not the board's work.
    await expect.poll(async () => (await heard(page)).changes).toBeGreaterThan(0);
    const { changes: before } = await heard(page);
    const tablet = await slowCpu(page);
    let frames: Frames | undefined;
    const tasks = await tasksDuring(browser, page, async () => {
      frames = await scroll(page, tablet, async (strokes) => strokes < STROKES || (strokes < MOST_STROKES && (await heard(page)).changes < before + CHANGES));
    });
    await stop();
    if (!frames) throw new Error("nothing was scrolled");
    figures.atLeast("all wards, scrolling at 4x CPU: frames a second", frames.perSecond, { aim: 59, unit: "/s", digits: 1, reference: still.perSecond });
    figures.atLeast("all wards, scrolling at 4x CPU: frames within 16.7 ms", frames.inTime * 100, { aim: 99, unit: "%", digits: 1, reference: still.inTime * 100 });
    figures.atMost("all wards, scrolling at 4x CPU: longest frame", frames.longest, { aim: 50, unit: "ms", reference: still.longest });
    const { changes } = await heard(page);
    figures.atMost(`all wards, scrolling: longest task of ${changes - before} live changes`, tasks.longestOfChanges, { aim: 50, unit: "ms" });
  });
});

async function scroll(page: Page, tablet: CDPSession, goesOn: (strokes: number) => boolean | Promise<boolean>): Promise<Frames> {
  // Before the frames are recorded: looking for the board is work in the page too.
  const { x = 0, y = 0 } = (await page.locator(".board-scroller").boundingBox()) ?? {};
  await page.evaluate(() => {
    const recorded = window as unknown as Recorded;
    recorded.frameTimes = [];
    const record = (at: number) => {
      recorded.frameTimes.push(at);
      requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
  });
  for (let stroke = 0; await goesOn(stroke); stroke += 1) {
    await tablet.send("Input.synthesizeScrollGesture", {
      x: Math.round(x + 400),
      y: Math.round(y + 200),
      yDistance: stroke % 2 === 0 ? -STROKE : STROKE,
      speed: PACE,
      gestureSourceType: "touch",
      preventFling: true,
    });
  }
  const frames = await page.evaluate(() => (window as unknown as Recorded).frameTimes);
  const spans = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const seconds = spans.reduce((sum, span) => sum + span, 0) / 1_000;
  return {
    perSecond: spans.length / seconds,
    inTime: spans.filter((span) => span <= IN_TIME).length / spans.length,
    longest: Math.max(...spans),
  };
}
