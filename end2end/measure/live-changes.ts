// What a page hears over its live stream, and when it has painted what it heard.
import type { Page } from "@playwright/test";

/** In the browser's record, where a change arrives. */
export const CHANGE = "a live change";

export type Heard = {
  changes: number;
  /** From each frame's arrival to the paint after its row has changed, in ms. */
  painted: number[];
};

type Listening = Window & { heard: Heard };

/** For pages that are opened from here on. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(listenBeside, CHANGE);
}

export async function heard(page: Page): Promise<Heard> {
  return await page.evaluate(() => (window as unknown as Listening).heard);
}

/** Runs in the page, before anything else: what comes through its live stream is heard here first. */
function listenBeside(mark: string): void {
  const listening = window as unknown as Listening;
  listening.heard = { changes: 0, painted: [] };
  /** The rows that a change has arrived for, with when, and those of them that look different since. */
  const arrived = new Map<string, number>();
  const changed = new Set<string>();
  const note = ({ data, timeStamp }: MessageEvent<string>) => {
    const { entry } = JSON.parse(data) as { entry?: { stay: string } };
    if (!entry) return;
    // For the browser's record alone: the page would keep every one of a day's.
    performance.mark(mark);
    performance.clearMarks(mark);
    listening.heard.changes += 1;
    const row = `row-${entry.stay}`;
    if (!arrived.has(row)) arrived.set(row, timeStamp);
  };
  const rowOf = ({ target }: MutationRecord) => (target instanceof Element ? target : target.parentElement)?.closest("[id^=row-]")?.id;
  new MutationObserver((records) => {
    for (const row of records.map(rowOf)) if (row && arrived.has(row)) changed.add(row);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const { port1, port2 } = new MessageChannel();
  /** The first task after the frame: it has been painted. */
  port2.onmessage = () => {
    for (const row of changed) {
      listening.heard.painted.push(performance.now() - (arrived.get(row) ?? 0));
      arrived.delete(row);
    }
    changed.clear();
  };
  const frame = () => {
    if (changed.size > 0) port1.postMessage("");
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.EventSource = class extends EventSource {
    constructor(address: string | URL, options?: EventSourceInit) {
      super(address, options);
      this.addEventListener("message", note);
    }
  };
}
