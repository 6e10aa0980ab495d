// What every measure imports: `measure` with a hospital of its own, and a place for what it finds.
import { type APIRequestContext, test as base, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { Homeward } from "../house/homeward";
import { isSignedIn, PASSWORD } from "../house/sign-in";
import { Figures } from "./figures";
import { StaticPages } from "./static-pages";

/** What a page fetches last, when it is alive. */
export const LAST_PART = /\/split_pages\.wasm$/;

type Fixtures = {
  /** Whether Homeward has a certificate, as it has in a hospital. */
  secured: boolean;
  homeward: Homeward;
  /** The discharge coordinator, through the interface for devices. */
  coordinator: APIRequestContext;
  /** The same pages without the program. */
  staticPages: StaticPages;
  figures: Figures;
};

export const measure = base.extend<Fixtures>({
  secured: [false, { option: true }],

  homeward: async ({ secured }, use) => {
    const homeward = new Homeward();
    await homeward.start({ secured });
    await use(homeward);
    await homeward.remove();
  },

  baseURL: async ({ homeward }, use) => use(homeward.url),

  coordinator: async ({ homeward, playwright }, use) => {
    const request = await playwright.request.newContext({ baseURL: homeward.url, ignoreHTTPSErrors: true });
    await request.post("/api/v1/session", { data: { username: "tom.reyes", password: PASSWORD } });
    await use(request);
    await request.dispose();
  },

  staticPages: async ({ coordinator }, use) => {
    const pages = new StaticPages(coordinator);
    await pages.open();
    await use(pages);
    await pages.close();
  },

  figures: async ({}, use, testInfo) => use(new Figures(testInfo)),
});

/** A browser that has never been here, for one visit. */
export async function withNewTablet<T>(browser: Browser, baseURL: string, username: string, visit: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL, ignoreHTTPSErrors: true, viewport: { width: 1180, height: 820 }, hasTouch: true, locale: "en-GB", timezoneId: "Europe/London" });
  try {
    const page = await context.newPage();
    await isSignedIn(page, username);
    return await visit(page, context);
  } finally {
    await context.close();
  }
}
