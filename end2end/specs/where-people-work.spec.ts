import { expect, hydrated, isLive, isSignedIn, test } from "../house/test";

// Everybody in the demo hospital, and where signing in brings them.
const PEOPLE = [
  { username: "amara.obi", role: "ward staff", lands: "/wards/cedar-ward", heading: "Cedar Ward" },
  { username: "harpreet.kaur", role: "staff of two wards", lands: "/wards/rowan-ward", heading: "Rowan Ward" },
  { username: "leo.hartley", role: "a ward's doctor", lands: "/wards/cedar-ward", heading: "Cedar Ward" },
  { username: "tom.reyes", role: "discharge coordinator", lands: "/wards", heading: "Wards" },
  { username: "nadia.rahman", role: "pharmacist", lands: "/my-tasks", heading: "My tasks" },
  { username: "callum.reid", role: "therapist", lands: "/my-tasks", heading: "My tasks" },
  { username: "grace.adeyemi", role: "transfer of care nurse", lands: "/my-tasks", heading: "My tasks" },
  { username: "ffion.prosser", role: "social worker", lands: "/my-tasks", heading: "My tasks" },
  { username: "helen.whitlock", role: "trust lead", lands: "/reports", heading: "Reports" },
  { username: "sanjay.mistry", role: "administrator", lands: "/admin", heading: "Accounts" },
];

for (const { username, role, lands, heading } of PEOPLE) {
  test(`${username} (${role}) starts at ${lands}`, async ({ page }) => {
    await isSignedIn(page, username);
    await page.goto("/");
    await expect(page).toHaveURL(new RegExp(`${lands}$`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  });
}

test("the coordinator goes from the wards to a board and back", { tag: ["@phone"] }, async ({ page }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await hydrated(page);
  // The demo hospital's; other tests add wards of their own.
  expect(await page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) }).count()).toBeGreaterThanOrEqual(24);
  await page.getByRole("link", { name: "Hazel Ward" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hazel Ward");
  await isLive(page);
  await page.getByRole("link", { name: "Wards", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wards");
});

test("the trust lead sees figures and opens no board", async ({ page, complaints }) => {
  complaints.expect(/403/);
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/wards");
  await hydrated(page);
  await expect(page.getByText("Cedar Ward")).toBeVisible();
  await expect(page.getByRole("link", { name: "Cedar Ward" })).toHaveCount(0);
  const answer = await page.goto("/wards/cedar-ward");
  expect(answer?.status()).toBe(403);
});

test("ward staff can't open another ward, and are told so in plain words", async ({ page, stage, complaints }) => {
  complaints.expect(/403/);
  const patient = await stage.admit({ family: "Rook", given: "Nora", title: "Ms", ward: "larch-ward" });
  await isSignedIn(page, "amara.obi");
  for (const [elsewhere, words] of [
    ["/wards/larch-ward", "This ward is not yours to see, or there is no ward at this address. Ask your ward manager or administrator if you should see it."],
    [`/patients/${patient.stay}`, "You may not see or do this. Ask your ward manager or administrator if you should."],
  ] as const) {
    const answer = await page.goto(elsewhere);
    expect(answer?.status()).toBe(403);
    await hydrated(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not yours to see");
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText("Rook")).toHaveCount(0);
  }
  await page.getByRole("link", { name: "Back to where you work" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cedar Ward");
});

test("ward staff import nothing and administer nothing", async ({ page, complaints }) => {
  complaints.expect(/403/);
  await isSignedIn(page, "amara.obi");
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Import" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Accounts" })).toHaveCount(0);
  for (const page_ of ["/import", "/admin", "/admin/hospital"]) {
    const answer = await page.goto(page_);
    expect(answer?.status(), page_).toBe(403);
  }
});

test("a pharmacist sees of a ward only who waits for the pharmacy", async ({ page, stage }) => {
  const waits = await stage.admit({ family: "Sparrow", given: "Ivy", title: "Mrs", tasks: [{ title: "Inhaler counselled", team: "PHA" }, { title: "Stairs tried", team: "THER" }] });
  const other = await stage.admit({ family: "Wren", given: "Olive", title: "Mrs", tasks: [{ title: "Stairs tried", team: "THER" }] });
  await isSignedIn(page, "nadia.rahman");
  await page.goto("/wards/cedar-ward");
  await isLive(page);
  await expect(page.getByText(waits.name, { exact: true })).toBeVisible();
  await expect(page.getByText(other.name, { exact: true })).toHaveCount(0);
  await expect(page.getByRole("list", { name: `Open tasks of ${waits.name}` })).not.toContainText("Stairs tried");
});
