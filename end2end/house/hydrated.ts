import type { Page } from "@playwright/test";

/** Waits until the program in the browser has taken over the page: the page's own script says so on <html>. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
}
