// From a finger that comes down to the paint of what it asked for, on a slow tablet.
import type { Locator, Page } from "@playwright/test";
import { isLive } from "../house/board";
import { threeOfFour } from "./figures";
import { measure, withNewTablet } from "./measure";
import { slowCpu } from "./slow";

const BOARDS = [
  { name: "ward board", path: "/wards/cedar-ward", aim: 80 },
  { name: "all wards", path: "/board", aim: 130 },
];
const TAPS = 11;
const CHIPS = ".chips .chip--to-do";

/** In ms: to the question on the screen, and from its answer to the board without it. */
type Taps = { question: number[]; answer: number[] };
type Timed = Window & { painted: Promise<number> };

for (const { name, path, aim } of BOARDS) {
  measure(`a tap on ${name}`, async ({ browser, homeward, staticPages, figures }) => {
    const reference = await staticPages.copy(path);
    const now = await withNewTablet(browser, homeward.url, "tom.reyes", async (page) => {
      await page.goto(path);
      await isLive(page);
      await slowCpu(page);
      return await tapAround(page);
    });
    const bare = await withNewTablet(browser, homeward.url, "tom.reyes", async (page) => {
      await page.goto(reference);
      await page.evaluate(answerWithoutProgram);
      await slowCpu(page);
      return await tapAround(page);
    });
    figures.atMost(`${name} at 4x CPU: from a tap to its question`, threeOfFour(now.question), { aim, unit: "ms", reference: threeOfFour(bare.question) });
    figures.atMost(`${name} at 4x CPU: from the answer to the change`, threeOfFour(now.answer), { aim, unit: "ms", reference: threeOfFour(bare.answer) });
  });
}

async function tapAround(page: Page): Promise<Taps> {
  const taps: Taps = { question: [], answer: [] };
  const dialog = page.locator("dialog.sheet");
  for (let tap = 0; tap < TAPS; tap += 1) {
    const chip = page.locator(CHIPS).nth(tap);
    taps.question.push(await timed(page, chip, "dialog.sheet[open] #sheet-title", true));
    taps.answer.push(await timed(page, dialog.getByRole("button", { name: "Start", exact: true }), "dialog.sheet[open]", false));
  }
  return taps;
}

/** In ms from the finger's coming down to the paint of a frame in which `selector` is there, or is not. */
async function timed(page: Page, touched: Locator, selector: string, isThere: boolean): Promise<number> {
  await touched.scrollIntoViewIfNeeded();
  const box = await touched.boundingBox();
  if (!box) throw new Error("what is to be tapped is not on the page");
  await page.evaluate(
    ({ selector, isThere }) => {
      (window as unknown as Timed).painted = new Promise((done) => {
        const began = ({ timeStamp }: Event) => {
          const frame = () => {
            if ((document.querySelector(selector) !== null) !== isThere) return void requestAnimationFrame(frame);
            const { port1, port2 } = new MessageChannel();
            port2.onmessage = () => done(performance.now() - timeStamp);
            port1.postMessage("");
          };
          requestAnimationFrame(frame);
        };
        window.addEventListener("pointerdown", began, { capture: true, once: true });
      });
    },
    { selector, isThere },
  );
  // A finger alone: the tap of a locator looks, between its events, for what lies under it, and that would be counted.
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  return await page.evaluate(() => (window as unknown as Timed).painted);
}

/** Runs in the page: the least that shows a question and takes its answer. */
function answerWithoutProgram(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog.sheet");
  if (!dialog) throw new Error("there is no sheet");
  let asked: Element | null = null;
  document.addEventListener("click", (event) => {
    event.preventDefault();
    const { target } = event;
    if (!(target instanceof Element)) return;
    const chip = target.closest(".chip");
    if (chip) {
      asked = chip;
      dialog.innerHTML = '<h2 class="sheet__title" id="sheet-title" tabindex="-1"></h2><div class="choices"><button class="choice" type="button">Start</button></div>';
      dialog.querySelector("h2")?.replaceChildren(chip.querySelector(".chip__title")?.textContent ?? "");
      dialog.show();
    } else if (target.closest("dialog")) {
      asked?.querySelector(".chip__state")?.replaceChildren("In progress");
      dialog.close();
    }
  });
}
