import { Homeward } from "../house/homeward";
import { expect, isLive, PASSWORD, test } from "../house/test";

const TABS = 10;

test("under a certificate ten boards of one device are live at once", async ({ browser, complaints }) => {
  const homeward = new Homeward();
  await homeward.start({ secured: true });
  const device = await browser.newContext({ baseURL: homeward.url, ignoreHTTPSErrors: true, viewport: { width: 1180, height: 820 } });
  try {
    const first = await device.newPage();
    complaints.listenTo(first);
    await first.goto("/wards/cedar-ward");
    await first.getByLabel("Username").fill("amara.obi");
    await first.getByLabel("Password").fill(PASSWORD);
    await first.getByRole("button", { name: "Sign in" }).click();
    await expect(first).toHaveURL(/\/wards\/cedar-ward$/);
    const [session] = await device.cookies();
    expect(session, "the session never goes over an open line").toMatchObject({ secure: true, httpOnly: true });
    expect(await first.evaluate(() => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).nextHopProtocol)).toBe("h2");

    const others = await Promise.all(Array.from({ length: TABS - 1 }, () => device.newPage()));
    for (const tab of others) {
      complaints.listenTo(tab);
      await tab.goto("/wards/cedar-ward");
    }
    for (const tab of [first, ...others]) await isLive(tab);
  } finally {
    await device.close();
    await homeward.remove();
  }
});
