import { expect, hydrated, isSignedIn, test } from "../house/test";

const UNKNOWN = "/patients/00000000-0000-7000-8000-000000000000";

for (const { path, words, wayOn, leadsTo } of [
  { path: "/wards/no-such-ward", words: "There is no ward at this address.", wayOn: "Back to where you work", leadsTo: "Wards" },
  { path: UNKNOWN, words: "No patient is at this address. They may have left: search for them.", wayOn: "Search patients", leadsTo: "Search patients" },
  { path: "/no-such-page", words: "There is no page at this address. It may have been cut short.", wayOn: "Back to where you work", leadsTo: "Wards" },
]) {
  test(`${path} says what there is not, and leads on`, { tag: ["@phone"] }, async ({ page, complaints }) => {
    complaints.expect(/404/);
    await isSignedIn(page, "tom.reyes");
    await page.goto(path);
    await hydrated(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("font-size", "28px");
    await expect(page.getByText(words)).toBeVisible();
    await page.getByRole("link", { name: wayOn }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(leadsTo);

    await page.goto(path);
    await page.getByRole("banner").getByRole("link", { name: "Homeward" }).click();
    await expect(page.getByRole("heading", { level: 1 }), "the product's name is a way back").toHaveText("Wards");
  });
}
