import { expect, isLive, isSignedIn, test } from "../house/test";

const HOUR = 3_600_000;

test("a coordinator has a list of what has climbed to each level, with its count", { tag: ["@phone"] }, async ({ page, stage }) => {
  await isSignedIn(page, "tom.reyes");
  await page.goto("/my-tasks");
  await isLive(page);
  const executive = page.getByRole("link", { name: /^Escalated to Executive \d+$/ });
  const before = Number.parseInt((await executive.innerText()).replace(/\D/g, ""), 10);
  const patient = await stage.admit({ family: "Sallow", given: "Edie", title: "Mrs", daysAgo: 10, tasks: [{ title: "Ramp fitted", team: "EQUIP", due: new Date(Date.now() - 80 * HOUR) }] });
  await expect(executive).toHaveAccessibleName(`Escalated to Executive ${before + 1}`);
  await executive.tap();
  await expect(page).toHaveURL(/\/my-tasks\?escalated=executive$/);
  await expect(page.getByText(new RegExp(`^${before + 1} of \\d+ tasks shown: Escalated: executive or higher$`))).toBeVisible();
  await expect(page.getByRole("listitem").filter({ has: page.getByRole("link", { name: patient.name }) })).toContainText("Ramp fitted");
});

test("a trust lead is led from the count to what has climbed, without who the patients are", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Sallow", given: "Ena", title: "Mrs", daysAgo: 10, tasks: [{ title: "Key from her son", team: "EQUIP", due: new Date(Date.now() - 80 * HOUR) }] });
  await isSignedIn(page, "helen.whitlock");
  await page.goto("/wards");
  await page.getByRole("link", { name: /^\d+ tasks? escalated to the executive$/ }).tap();
  await expect(page).toHaveURL(/\/reports\/tasks$/);
  const escalated = page.getByRole("region", { name: "Escalated now", exact: true });
  await expect(escalated.getByRole("row").filter({ hasText: "Executive" }).filter({ hasText: "In somebody's own words" }).first()).toContainText("late");
  await expect(page.getByText(patient.name)).toHaveCount(0);
  await expect(page.getByText("Key from her son")).toHaveCount(0);
});
