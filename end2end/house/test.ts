// What every spec imports: `test` with a running Homeward behind it, and pages that may not complain.
import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test";
import { type Homeward, ownHomeward } from "./homeward";
import { Cable } from "./cable";
import { Complaints } from "./complaints";
import { PASSWORD } from "./sign-in";
import { Stage } from "./stage";

type PerTest = {
  complaints: Complaints;
  /** Where a test's own patients come from. */
  stage: Stage;
  /** A network between tablet and server that can be cut. */
  cable: Cable;
  /** A second person at a device of their own. */
  anotherPerson: () => Promise<Page>;
};

type PerWorker = {
  homeward: Homeward;
  /** The discharge coordinator, signed in at the interface for devices (docs/api.md). */
  coordinator: APIRequestContext;
};

export const test = base.extend<PerTest, PerWorker>({
  homeward: [ownHomeward(), { scope: "worker" }],

  coordinator: [
    async ({ homeward, playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: homeward.url });
      await request.post("/api/v1/session", { data: { username: "tom.reyes", password: PASSWORD } });
      await use(request);
      await request.dispose();
    },
    { scope: "worker" },
  ],

  stage: async ({ coordinator }, use) => {
    const stage = new Stage(coordinator);
    await use(stage);
    await stage.clear();
  },

  cable: async ({ homeward }, use) => {
    const cable = new Cable(homeward.url);
    await cable.plugIn();
    await use(cable);
    await cable.unplug();
  },

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
export { chip, isLive, openBoard, openPatient, rowOf, sheet } from "./board";
export { heightForAFinger } from "./finger";
export { hydrated } from "./hydrated";
export { keep, screenshot } from "./screenshot";
export { isSignedIn, PASSWORD, signIn } from "./sign-in";
export { day, endOfToday, type Patient } from "./stage";
