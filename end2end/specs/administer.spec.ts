import { expect, isLive, isSignedIn, signIn, test } from "../house/test";
import { addWard } from "../house/ward";

test.beforeEach(async ({ page }) => isSignedIn(page, "sanjay.mistry"));

test("the administrator adds somebody, who signs in and works", async ({ page, anotherPerson }) => {
  await page.goto("/admin");
  await page.getByText("Add an account").tap();
  await page.getByLabel("Username").fill("joy.bright");
  await page.getByLabel("Full name").fill("Joy Bright");
  await page.getByLabel("First password").fill("a first password, long");
  const form = page.getByRole("group").filter({ has: page.getByLabel("First password") });
  await form.getByLabel("Ward staff: Hazel Ward").check();
  await page.getByRole("button", { name: "Add the account" }).tap();
  await expect(page.getByRole("heading", { name: "Joy Bright (joy.bright)" })).toBeVisible();

  const joy = await anotherPerson();
  await signIn(joy, "joy.bright", "a first password, long");
  await expect(joy).toHaveURL(/\/wards\/hazel-ward$/);
  await isLive(joy);
});

test("an account that is closed signs in no more, until it is opened again", async ({ page, anotherPerson, complaints }) => {
  complaints.expect(/401/);
  const owen = await anotherPerson();
  await page.goto("/admin");
  await page.getByText("Change owen.blackwood").tap();
  await page.getByRole("listitem").filter({ hasText: "owen.blackwood" }).getByRole("button", { name: "Close the account" }).tap();
  await expect(page.getByRole("heading", { name: "Owen Blackwood (owen.blackwood) · closed" })).toBeVisible();

  await owen.goto("/sign-in");
  await owen.getByLabel("Username").fill("owen.blackwood");
  await owen.getByLabel("Password").fill("homeward demo ward");
  await owen.getByRole("button", { name: "Sign in" }).click();
  await expect(owen.getByRole("alert")).toContainText("That is not a username and password that we know.");

  await page.getByText("Change owen.blackwood").tap();
  await page.getByRole("button", { name: "Open the account again" }).tap();
  await expect(page.getByRole("heading", { name: "Owen Blackwood (owen.blackwood)", exact: true })).toBeVisible();
});

test("a username that is taken is refused in plain words", async ({ page }) => {
  await page.goto("/admin");
  await page.getByText("Add an account").tap();
  await page.getByLabel("Username").fill("amara.obi");
  await page.getByLabel("Full name").fill("Another Amara");
  await page.getByLabel("First password").fill("a first password, long");
  await page.getByRole("button", { name: "Add the account" }).tap();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("There is already a user called amara.obi.");
});

test("a new ward has its beds", async ({ page, anotherPerson }) => {
  await addWard(page, { code: "winter-ward", name: "Winter Ward", beds: "Bay A: 1, 2, 3\nSR1" });
  await expect(page.getByText("Winter Ward (4 beds)")).toBeVisible();

  const tom = await anotherPerson();
  await isSignedIn(tom, "tom.reyes");
  await tom.goto("/wards/winter-ward");
  await isLive(tom);
  await expect(tom.getByRole("row").filter({ hasText: "UNOCCUPIED" })).toHaveCount(4);
});

test("the administrator sees no patient", async ({ page, stage, complaints }) => {
  complaints.expect(/403/);
  const patient = await stage.admit({ family: "Hobday", given: "Rita", title: "Mrs" });
  for (const patients of ["/wards/cedar-ward", `/patients/${patient.stay}`, "/import"]) {
    const answer = await page.goto(patients);
    expect(answer?.status(), patients).toBe(403);
  }
});
