// A ward's board as Lighthouse scores it: its own slow phone network and CPU, on a tablet's screen.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import screens from "../playwright.config";
import { PASSWORD } from "../house/sign-in";
import { measure } from "./measure";

const AIMS = { performance: 0.97, accessibility: 1, "best-practices": 1 };

measure("Lighthouse", async ({ homeward, figures }) => {
  const [port, profile] = [await freePort(), mkdtempSync(join(tmpdir(), "homeward-lighthouse-"))];
  const { args = [], ...options } = screens.use?.launchOptions ?? {};
  // Lighthouse opens a tab beside ours, which has our session.
  const context = await chromium.launchPersistentContext(profile, { ...options, args: [...args, `--remote-debugging-port=${port}`] });
  try {
    await context.request.post(`${homeward.url}/api/v1/session`, { data: { username: "amara.obi", password: PASSWORD } });
    const result = await lighthouse(`${homeward.url}/wards/cedar-ward`, {
      port,
      logLevel: "error",
      disableStorageReset: true,
      onlyCategories: Object.keys(AIMS),
      screenEmulation: { mobile: true, width: 1180, height: 820, deviceScaleFactor: 1, disabled: false },
    });
    if (!result) throw new Error("Lighthouse gave no result");
    for (const [category, aim] of Object.entries(AIMS)) {
      const found = result.lhr.categories[category];
      if (typeof found?.score !== "number") throw new Error(`Lighthouse gave no score for ${category}: ${result.lhr.runtimeError?.message}`);
      const failed = found.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => result.lhr.audits[id]).filter((audit) => audit?.scoreDisplayMode === "binary" && audit.score === 0);
      const which = failed.map((audit) => `, ${audit?.id}`).join("");
      figures.atLeast(`ward board, Lighthouse: ${category}${which}`, found.score, { aim, unit: "", digits: 2 });
    }
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
