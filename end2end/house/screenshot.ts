import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";

/** For the documents, as docs/screens/NAME.png; only where HOMEWARD_SCREENS is set, so that an ordinary run changes no file. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.HOMEWARD_SCREENS) return;
  const path = resolve(import.meta.dirname, "../../docs/screens", `${name}.png`);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
}

/** A file that the documents show, beside the pictures and under the same condition. */
export async function keep(name: string, bytes: Buffer): Promise<void> {
  if (!process.env.HOMEWARD_SCREENS) return;
  await writeFile(resolve(import.meta.dirname, "../../docs/screens", name), bytes);
}
