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

test("a wrong password and an unknown name are answered in the same words", async ({ page, complaints }) => {
  complaints.expect(/401/);
  for (const [username, password] of [["amara.obi", "not her password"], ["nobody.here", PASSWORD]] as const) {
    await page.goto("/sign-in");
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toContainText(NOT_KNOWN);
    await expect(page.getByLabel("Username"), "it need not be typed again").toHaveValue(username);
    await expect(page.getByLabel("Password"), "what was typed is not sent back").toHaveValue("");
    expect(page.url(), "no address holds what was typed").toMatch(/\/sign-in$/);
  }
});

test("what is wrong stands out, by day and by night", { tag: ["@phone"] }, async ({ page }) => {
  await page.goto("/sign-in?problem=wrong");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("font-size", "28px");
  for (const [colorScheme, red] of [["light", "rgb(213, 40, 27)"], ["dark", "rgb(255, 147, 133)"]] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole("alert"), colorScheme).toHaveCSS("border-top-color", red);
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
