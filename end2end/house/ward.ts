// A ward of the test's own, so that nothing hangs on how full the demo hospital is.
import { expect, type Page } from "@playwright/test";

export type NewWard = { code: string; name: string; beds: string };

/** As the administrator, who has signed in. */
export async function addWard(page: Page, { code, name, beds }: NewWard): Promise<void> {
  await page.goto("/admin/hospital");
  await page.getByText("Add a ward").tap();
  await page.getByLabel("Code, such as ward-3b").fill(code);
  const form = page.getByRole("listitem").filter({ hasText: "Add a ward" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Specialty").fill("General medicine");
  await form.getByLabel("Beds").fill(beds);
  await form.getByRole("button", { name: "Save the ward" }).tap();
  await expect(page.getByText(new RegExp(`^${name} \\(\\d+ beds\\)$`))).toBeVisible();
}
