// What every spec imports: `test` with a running Homeward behind it, and pages that may not complain.
import { test as base, expect, type Page } from "@playwright/test";
import { Homeward } from "./homeward";
import { Complaints } from "./complaints";

type PerTest = {
  complaints: Complaints;
  /** A second person at a device of their own. */
  anotherPerson: () => Promise<Page>;
};

type PerWorker = { homeward: Homeward };

export const test = base.extend<PerTest, PerWorker>({
  homeward: [
    async ({}, use) => {
      const homeward = new Homeward();
      await homeward.start();
      await use(homeward);
      await homeward.remove();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ homeward }, use) => use(homeward.url),

  complaints: async ({ homeward }, use, testInfo) => {
    const complaints = new Complaints();
    const logBefore = homeward.log.length;
    await use(complaints);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach("homeward.log", { body: homeward.log.slice(logBefore).join("\n"), contentType: "text/plain" });
    }
    expect(complaints.unexpected(), "the browser's console stays silent").toEqual([]);
  },

  page: async ({ page, complaints }, use) => {
    complaints.listenTo(page);
    await use(page);
  },

  anotherPerson: async ({ browser, complaints, contextOptions, baseURL, viewport, hasTouch }, use) => {
    const contexts: Array<{ close(): Promise<void> }> = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL, viewport, hasTouch });
      contexts.push(context);
      const page = await context.newPage();
      complaints.listenTo(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
export { expectAccessible } from "./accessible";
export { hydrated } from "./hydrated";
export { screenshot } from "./screenshot";
export { signIn } from "./sign-in";
