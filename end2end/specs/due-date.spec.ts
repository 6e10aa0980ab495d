import { chip, day, expect, isSignedIn, openBoard, sheet, test } from "../house/test";

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("a due time is one tap", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Kemp", given: "Audrey", title: "Mrs", tasks: [{ title: "Family meeting" }] });
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Family meeting").tap();
  await sheet(page, patient).getByRole("button", { name: "Due…" }).tap();
  await sheet(page, patient).getByRole("button", { name: "tomorrow 09:00" }).tap();
  await expect(chip(page, patient, "Family meeting")).toHaveAccessibleName(/, due tomorrow 09:00, /);
});

test("or any day and time", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Lacey", given: "Irene", title: "Mrs", tasks: [{ title: "Home visit" }] });
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Home visit").tap();
  await sheet(page, patient).getByRole("button", { name: "Due…" }).tap();
  await sheet(page, patient).getByLabel("Day").fill(day(3));
  await sheet(page, patient).getByLabel("Time").fill("14:30");
  await expect(sheet(page, patient).getByRole("status")).toHaveText(/^\w{3} \d\d-\w{3}-\d{4}, 14:30$/);
  await sheet(page, patient).getByRole("button", { name: "Set" }).tap();
  await expect(chip(page, patient, "Home visit")).toHaveAccessibleName(/, due \w{3} \d\d-\w{3} 14:30, /);
  await expect(page.getByText(/^Due \w{3} \d\d-\w{3} 14:30: Home visit for LACEY, Irene \(Mrs\)$/)).toBeVisible();

  await chip(page, patient, "Home visit").tap();
  await sheet(page, patient).getByRole("button", { name: "Due…" }).tap();
  await sheet(page, patient).getByRole("button", { name: "No due time" }).tap();
  await expect(chip(page, patient, "Home visit")).toHaveAccessibleName(/, no due time, /);
});

test("what is late says by how much, in words", async ({ page, stage }) => {
  const due = new Date(Date.now() - 40 * 60_000);
  const patient = await stage.admit({ family: "Moss", given: "Winnie", title: "Mrs", tasks: [{ title: "TTO dispensed", team: "PHA", due }] });
  await openBoard(page, "cedar-ward");
  await expect(chip(page, patient, "TTO dispensed")).toHaveAccessibleName(/^TTO dispensed: Pharmacy, due .*\(4[01] min late\), To do$/);
  await expect(chip(page, patient, "TTO dispensed")).toContainText(/4[01] min late/);
});
