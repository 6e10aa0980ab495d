import { expect, isLive, isSignedIn, PASSWORD, signIn, test } from "../house/test";

const NOT_KNOWN = "That is not a username and password that we know. Please try again.";

test("Amara signs in and stands before her ward's board", async ({ page }) => {
  await page.goto("/");
  await signIn(page, "amara.obi");
  await expect(page).toHaveURL(/\/wards\/cedar-ward$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cedar Ward");
  await expect(page.getByRole("banner")).toContainText("Amara Obi");
  await isLive(page);
});

test("a wrong password and an unknown name are answered in the same words", async ({ page }) => {
  for (const [username, password] of [["amara.obi", "not her password"], ["nobody.here", PASSWORD]] as const) {
    await page.goto("/sign-in");
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toContainText(NOT_KNOWN);
    await expect(page.getByLabel("Password"), "what was typed is not sent back").toHaveValue("");
  }
});

test("who has to sign in first is brought to the page they asked for", async ({ page }) => {
  await page.goto("/wards/rowan-ward");
  await page.getByLabel("Username").fill("harpreet.kaur");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/wards\/rowan-ward$/);
  await isLive(page);
});

test("after signing out the board asks who is there", async ({ page }) => {
  await signIn(page, "amara.obi");
  await isLive(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/wards/cedar-ward");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("a board that is signed out elsewhere goes to the sign-in page by itself", async ({ page, context, complaints }) => {
  complaints.expect(/401/);
  await isSignedIn(page, "amara.obi");
  await page.goto("/wards/cedar-ward");
  await isLive(page);
  const sameDevice = await context.newPage();
  await sameDevice.goto("/wards/cedar-ward");
  await sameDevice.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/, { timeout: 15_000 });
});
