import type { Locator } from "@playwright/test";

/** How high the place is, in pixels, in which a finger meets this element. */
export async function heightForAFinger(target: Locator): Promise<number> {
  return await target.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, middle] = [left + width / 2, top + height / 2];
    const isMet = (y: number): boolean => element.contains(document.elementFromPoint(x, y));
    let [first, last] = [middle, middle];
    while (isMet(first - 1)) first -= 1;
    while (isMet(last + 1)) last += 1;
    return last - first + 1;
  });
}
