import { expect, expectAccessible, isLive, isSignedIn, rowOf, test } from "../house/test";

const HOUR = 3_600_000;

test("the hospital at a glance follows what happens on its wards", async ({ page, anotherPerson, stage }) => {
  const lead = await anotherPerson();
  await isSignedIn(lead, "helen.whitlock");
  await lead.goto("/wards");
  await isSignedIn(page, "tom.reyes");
  await page.goto("/wards");
  await isLive(page);

  const total = page.getByRole("link", { name: "see these patients (Overdue)" });
  const before = Number.parseInt(await total.innerText(), 10);
  const patient = await stage.admit({
    family: "Sugden",
    given: "Amy",
    title: "Mrs",
    ward: "severn-ward",
    tasks: [{ title: "Grab rails", team: "EQUIP", due: new Date(Date.now() - 3 * HOUR) }],
  });
  await expect(total).toHaveText(new RegExp(`^${before + 1}\\b`));
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date().toISOString() });

  await test.step("she is one thing from home, and the tap leads to her", async () => {
    const one = page.getByRole("region", { name: /^One thing from home/ }).getByRole("listitem").filter({ hasText: patient.name });
    await page.goto("/board?one-thing=yes&team=EQUIP");
    await isLive(page);
    await expect(rowOf(page, patient)).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("region", { name: /^One thing from home/ })).toBeVisible();
    await expect(one.or(page.getByRole("link", { name: /^All \d+$/ })).first()).toBeVisible();
  });

  await test.step("what waits for a team leads to its patients", async () => {
    await page.getByRole("region", { name: "What holds us up now" }).getByRole("link", { name: "Equipment service" }).tap();
    await expect(page).toHaveURL(/\/board\?team=EQUIP$/);
    await expect(rowOf(page, patient)).toBeVisible();
  });

  await test.step("the trust lead sees the figures and no patient", async () => {
    await expect(lead.getByRole("heading", { level: 2, name: "What holds us up now" })).toBeVisible();
    await expect(lead.getByRole("link", { name: "Equipment service" })).toHaveCount(0);
    await expect(lead.getByText("One thing from home")).toHaveCount(0);
    await expectAccessible(lead);
  });
});
