// What a board must do at once: open, become live, take a question and its answer.
import { mkdir, writeFile } from "node:fs/promises";
import type { Page, TestInfo } from "@playwright/test";
import { expect, isSignedIn, test } from "../house/test";

/** The program's exports, as far as the walk reads them. */
type Program = { memory: WebAssembly.Memory; marks: WebAssembly.Global };

const BOARDS = [
  { who: "amara.obi", path: "/wards/cedar-ward", tag: ["@phone"] },
  { who: "tom.reyes", path: "/wards/cedar-ward", tag: [] },
  { who: "tom.reyes", path: "/board", tag: [] },
];

for (const { who, path, tag } of BOARDS) {
  test(`${path} opens for ${who}, asks and hears`, { tag }, async ({ page, stage }, testInfo) => {
    const tasks = [{ title: "Ramp at the back door" }, { title: "Second stair rail" }];
    const patient = await stage.admit({ family: "Marchbanks", given: "Peg", title: "Mrs", tasks });
    await isSignedIn(page, who);
    await opens(page, path);
    // Found by their classes: to find them by their roles takes half a minute among all patients of a hospital.
    const ramp = page.locator(".chip", { hasText: "Ramp at the back door" });
    const rail = page.locator(".chip", { hasText: "Second stair rail" });
    const sheet = page.locator("dialog.sheet");
    await ramp.tap();
    await sheet.locator("button", { hasText: "Start" }).tap();
    await expect(ramp).toContainText("In progress");
    await rail.focus();
    await page.keyboard.press("Enter");
    await sheet.locator("button", { hasText: "Done" }).first().tap();
    await expect(rail).toHaveCount(0);
    await stage.does(patient.stay, { do: "complete_task", task: 1 });
    await expect(ramp).toHaveCount(0);
    await note(page, testInfo);
  });
}

const OPENED = ["/wards/larch-ward", "/wards/maple-ward", "/wards/cedar-ward?overdue=yes", "/board?days=21"];

for (const path of OPENED) {
  test(`${path} opens`, async ({ page }, testInfo) => {
    await isSignedIn(page, "tom.reyes");
    await opens(page, path);
    await note(page, testInfo);
  });
}

/** Until it hears what others do. */
async function opens(page: Page, path: string): Promise<void> {
  const live = page.waitForResponse(/\/live\?/);
  await page.goto(path);
  await live;
}

/** Writes down the numbers of the functions that were called. */
async function note(page: Page, testInfo: TestInfo): Promise<void> {
  const folder = process.env.HOMEWARD_CALLED;
  if (!folder) throw new Error("HOMEWARD_CALLED names no folder: run `cargo xtask seldom`");
  const called = await page.evaluate(async () => {
    const script = document.querySelector<HTMLLinkElement>("link[rel=modulepreload]");
    if (!script) throw new Error("the page has no program");
    const { initSync } = (await import(script.href)) as { initSync: () => Program };
    const { memory, marks } = initSync();
    const bytes = new Uint8Array(memory.buffer, marks.value as number, 65_536);
    return [...bytes.keys()].filter((number) => bytes[number] === 1);
  });
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/${testInfo.testId}.json`, JSON.stringify(called));
}
