import { expect, type Page } from "@playwright/test";

/** The password of everybody in the demo hospital. */
export const PASSWORD = "homeward demo ward";

/** As a person does it: with the form. */
export async function signIn(page: Page, username: string, password: string = PASSWORD): Promise<void> {
  await page.goto("/");
  const name = page.getByLabel("Username", { exact: true });
  await name.fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(name).toBeHidden();
}

/** Quicker, for a test about something else: the page's browser has the session, and no page is open yet. */
export async function isSignedIn(page: Page, username: string): Promise<void> {
  const answer = await page.request.post("/api/v1/session", { data: { username, password: PASSWORD } });
  expect(answer.ok(), `${username} is signed in`).toBe(true);
}
