// What the browser's main thread did, from its own record.
import type { Browser, Page } from "@playwright/test";
import { CHANGE } from "./live-changes";

const CATEGORIES = ["-*", "disabled-by-default-devtools.timeline", "blink.user_timing"];
const TASK = "RunTask";

/** As Chromium writes it: times in µs. */
type Span = { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number };

/** In ms. */
export type Tasks = {
  longest: number;
  /** Of those that took in a live change. */
  longestOfChanges: number;
};

/** The tasks of the page while `work` goes on: the one page that hears live changes meanwhile. */
export async function tasksDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<Tasks> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Span[] };
  return read(traceEvents);
}

function read(spans: Span[]): Tasks {
  const changes = spans.filter(({ name }) => name === CHANGE);
  const [first] = changes;
  if (!first) throw new Error("no live change came meanwhile");
  const tasks = spans.filter(({ name, ph, pid, tid }) => name === TASK && ph === "X" && pid === first.pid && tid === first.tid);
  const holdsChange = ({ ts, dur = 0 }: Span) => changes.some((change) => ts <= change.ts && change.ts <= ts + dur);
  const longest = (of: Span[]) => Math.max(0, ...of.map(({ dur = 0 }) => dur / 1_000));
  return { longest: longest(tasks), longestOfChanges: longest(tasks.filter(holdsChange)) };
}
