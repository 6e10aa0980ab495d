import { admitForLong } from "../house/long-stay";
import { expect, expectAccessible, isSignedIn, openPatient, test } from "../house/test";

test("the timeline is narrowed down, and says so", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await admitForLong(stage, "Lomax");
  await isSignedIn(page, "amara.obi");
  await openPatient(page, patient);
  const timeline = page.getByRole("region", { name: "Timeline" });
  await timeline.getByText("Filter the timeline").tap();
  await timeline.getByRole("link", { name: "Criteria to reside" }).tap();
  await expect(timeline.getByText("5 of 22 entries shown")).toBeVisible();
  await timeline.getByRole("link", { name: "Notes", exact: true }).tap();
  await expect(timeline.getByText("6 of 22 entries shown")).toBeVisible();
  await timeline.getByRole("link", { name: "Tom Reyes" }).tap();
  await expect(page, "nobody's name is in the address").toHaveURL(/\?show=criteria,notes&by=1/);
  await expectAccessible(page);
  await timeline.getByRole("link", { name: "Clear" }).tap();
  await expect(timeline.getByText(/entries shown/)).toHaveCount(0);
  await expect(timeline).toContainText("Tom Reyes admitted the patient");
});

test.describe("without a program", () => {
  test.use({ javaScriptEnabled: false });

  test("the links narrow it down all the same", async ({ page, stage }) => {
    const patient = await admitForLong(stage, "Metcalfe");
    await isSignedIn(page, "amara.obi");
    await page.goto(`/patients/${patient.stay}`);
    const timeline = page.getByRole("region", { name: "Timeline" });
    await timeline.getByText("Filter the timeline").click();
    await timeline.getByRole("link", { name: "Notes", exact: true }).click();
    await expect(timeline.getByText("1 of 22 entries shown")).toBeVisible();
    await expect(timeline.getByRole("listitem").filter({ hasText: "Family dispute" })).toBeVisible();
  });
});
