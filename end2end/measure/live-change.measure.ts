// Twenty changes a second on one ward, on a slow tablet: from a frame's arrival to its paint.
import type { APIRequestContext } from "@playwright/test";
import { isLive } from "../house/board";
import { day } from "../house/stage";
import { ask, stays } from "./changes";
import { threeOfFour } from "./figures";
import { type Heard, heard, listen } from "./live-changes";
import { measure, withNewTablet } from "./measure";
import { slowTablet } from "./slow";
import { tasksDuring } from "./trace";

const WARD = "cedar-ward";
const A_SECOND = 20;
const SECONDS = 10;

measure("a live change", async ({ browser, homeward, coordinator, figures }) => {
  await withNewTablet(browser, homeward.url, "amara.obi", async (page) => {
    await listen(page);
    await page.goto(`/wards/${WARD}`);
    await isLive(page);
    await slowTablet(page);
    const tasks = await tasksDuring(browser, page, () => keepChanging(coordinator));
    await page.waitForFunction((all) => (window as unknown as Window & { heard: Heard }).heard.changes >= all, A_SECOND * SECONDS);
    const { painted } = await heard(page);
    figures.atMost("ward board, slow tablet: a live change to its paint", threeOfFour(painted), { aim: 50, unit: "ms" });
    figures.atMost(`ward board, slow tablet: longest task at ${A_SECOND} changes/s`, tasks.longest, { aim: 100, unit: "ms" });
  });
});

/** Every change moves a patient's expected date of discharge, so that it shows. */
async function keepChanging(coordinator: APIRequestContext): Promise<void> {
  const patients = await stays(coordinator, WARD);
  const began = Date.now();
  for (let change = 0; change < A_SECOND * SECONDS; change += 1) {
    const stay = patients[change % patients.length]?.id;
    if (!stay) throw new Error("the ward is empty");
    await ask(coordinator, [{ stay, command: { do: "set_expected_discharge", day: day(100 + change) } }]);
    const early = began + ((change + 1) * 1_000) / A_SECOND - Date.now();
    if (early > 0) await new Promise((due) => setTimeout(due, early));
  }
}
