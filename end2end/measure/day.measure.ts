// A coordinator's screen that is never closed: an eight-hour day of 50,000 changes, as fast as the browser takes them.
import type { APIRequestContext, CDPSession, Page } from "@playwright/test";
import { isLive } from "../house/board";
import { day } from "../house/stage";
import { ask, stays } from "./changes";
import { type Heard, listen } from "./live-changes";
import { measure, withNewTablet } from "./measure";

const CHANGES = 50_000;
/** So many at once, and then the browser is waited for. */
const BATCH = 500;
/** Until here what is kept once a row, such as the marks of what is new, has been made. */
const SETTLED = 5_000;

type Module = Window & { memories: WebAssembly.Memory[] };

measure("a day's changes", async ({ browser, homeward, coordinator, figures }) => {
  await withNewTablet(browser, homeward.url, "tom.reyes", async (page) => {
    await page.addInitScript(findMemory);
    await listen(page);
    await page.goto("/board");
    await isLive(page);
    const tools = await page.context().newCDPSession(page);
    const opened = await heap(page, tools);
    await pass(page, coordinator, 0, SETTLED);
    const settled = await heap(page, tools);
    await pass(page, coordinator, SETTLED, CHANGES);
    const ended = await heap(page, tools);
    const growth = (from: number) => (ended / from - 1) * 100;
    const percent = { aim: 5, unit: "%", digits: 1 };
    figures.atMost(`all wards, heap of ${megabytes(opened)}: growth over ${CHANGES} changes`, growth(opened), percent);
    figures.atMost(`all wards, heap of ${megabytes(settled)}: growth after the first ${SETTLED}`, growth(settled), percent);
  });
});

/** Every change moves something to another value, so that the hospital stays as large as it is. */
async function pass(page: Page, coordinator: APIRequestContext, from: number, to: number): Promise<void> {
  const patients = await stays(coordinator);
  for (let first = from; first < to; first += BATCH) {
    const changes = Array.from({ length: BATCH }, (_, index) => first + index);
    await ask(coordinator, changes.map((change) => {
      const patient = patients[change % patients.length];
      if (!patient) throw new Error("the hospital is empty");
      return { stay: patient.id, command: command(change, Math.floor(change / patients.length)) };
    }));
    await page.waitForFunction((all) => (window as unknown as Window & { heard: Heard }).heard.changes >= all, first + BATCH);
  }
}

function command(change: number, round: number): { do: string } & Record<string, unknown> {
  return (change + round) % 2 === 0
    ? { do: "set_expected_discharge", day: day(100 + (round % 50)) }
    : { do: "set_what_matters", words: `Being home for the garden, said ${1_000 + (round % 50)} times` };
}

/** In bytes, after what nobody holds any more has been let go: script, document, and the program's memory. */
async function heap(page: Page, tools: CDPSession): Promise<number> {
  await tools.send("HeapProfiler.collectGarbage");
  await tools.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize } = await tools.send("Runtime.getHeapUsage");
  const program = await page.evaluate(() => (window as unknown as Module).memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return usedSize + embedderHeapUsedSize + program;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

/** Runs in the page, before anything else: keeps hold of the program's memory, which its parts share. */
function findMemory(): void {
  const memories: WebAssembly.Memory[] = [];
  (window as unknown as Module).memories = memories;
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const started = await start(source, imports);
    if (started.instance.exports.memory instanceof WebAssembly.Memory) memories.push(started.instance.exports.memory);
    return started;
  };
}
