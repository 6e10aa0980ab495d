// Somebody who never closes a tab: every one of them stays live.
import type { Page } from "@playwright/test";
import { day } from "../house/stage";
import { ask, stays } from "./changes";
import { listen } from "./live-changes";
import { measure, withNewTablet } from "./measure";

const WARD = "cedar-ward";
const TABS = 10;
/** How long a page may take to open, and a change to arrive, in ms. */
const PATIENCE = 10_000;

// In the open it is HTTP/1.1, in which a browser keeps six connections at most.
measure.use({ secured: true });

measure("ten tabs", async ({ browser, homeward, coordinator, figures }) => {
  await withNewTablet(browser, homeward.url, "amara.obi", async (first, context) => {
    const tabs = [first];
    while (tabs.length < TABS) tabs.push(await context.newPage());
    await Promise.all(tabs.map(opens));
    const [patient] = await stays(coordinator, WARD);
    if (!patient) throw new Error("the ward is empty");
    const arrivals = tabs.map(hears);
    await ask(coordinator, [{ stay: patient.id, command: { do: "set_expected_discharge", day: day(100) } }]);
    const live = (await Promise.all(arrivals)).filter(Boolean).length;
    figures.atLeast(`tabs of ${TABS} open at once that hear a change`, live, { aim: TABS, unit: "" });
  });
});

/** A tab that can't be opened counts as one that hears nothing. */
async function opens(tab: Page): Promise<void> {
  await listen(tab);
  await tab.goto(`/wards/${WARD}`, { timeout: PATIENCE, waitUntil: "commit" }).catch(() => undefined);
  await tab.getByText("Live", { exact: true }).waitFor({ timeout: PATIENCE }).catch(() => undefined);
}

async function hears(tab: Page): Promise<boolean> {
  const changed = tab.waitForFunction(() => ((window as Window & { heard?: { changes: number } }).heard?.changes ?? 0) > 0, undefined, { timeout: PATIENCE });
  return await changed.then(() => true, () => false);
}
