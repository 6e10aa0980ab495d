// A tablet of the cheap kind, far from its access point.
import type { CDPSession, Page } from "@playwright/test";

/** How many times slower than the machine that measures. */
const CPU = 4;
/** "Slow 4G" as Lighthouse has it, in ms and bytes a second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

export async function slowCpu(page: Page): Promise<CDPSession> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  return browser;
}

export async function slowTablet(page: Page): Promise<CDPSession> {
  const browser = await slowCpu(page);
  await browser.send("Network.enable");
  await browser.send("Network.emulateNetworkConditions", SLOW_4G);
  return browser;
}
