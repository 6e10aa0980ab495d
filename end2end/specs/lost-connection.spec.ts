import type { Page } from "@playwright/test";
import { chip, expect, expectAccessible, isLive, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

// A board may claim to be live for five seconds after it is not.
const NOTICED = { timeout: 6_000 };
const BACK = { timeout: 20_000 };

test("a tablet that loses its network says so within five seconds, and misses nothing", async ({ page, cable, stage, complaints }) => {
  complaints.expect(/net::ERR_/);
  const patient = await stage.admit({ family: "Ashdown", given: "Celia", title: "Mrs", tasks: [{ title: "Taxi ordered" }] });
  await isSignedIn(page, "amara.obi");
  await page.goto(`${cable.url}/wards/cedar-ward`);
  await isLive(page);

  cable.cut();
  await expect(banner(page)).toBeVisible(NOTICED);
  await expect(banner(page)).toHaveText(/^Not live since \d\d:\d\d · reconnecting\. What you see may have changed\.$/);
  await expect(page.getByText("Live", { exact: true }), "the board doesn't claim to be live").toHaveCount(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, ".connection-banner");
  }
  await stage.does(patient.stay, { do: "start_task", task: 1 });
  const late = await stage.admit({ family: "Birch", given: "Flora", title: "Mrs" });

  cable.mend();
  await expect(banner(page)).toBeHidden(BACK);
  await isLive(page);
  await expect(chip(page, patient, "Taxi ordered")).toHaveAccessibleName(/In progress$/);
  await expect(rowOf(page, late)).toBeVisible();
});

test("what is tapped without a network waits, says so, and is sent when it is back", async ({ page, anotherPerson, stage, complaints }) => {
  complaints.expect(/net::ERR_/);
  const patient = await stage.admit({ family: "Calder", given: "Rhoda", title: "Mrs", tasks: [{ title: "Coat and shoes" }] });
  const leo = await anotherPerson();
  await isSignedIn(leo, "leo.hartley");
  await openBoard(leo, "cedar-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  await page.context().setOffline(true);
  await chip(page, patient, "Coat and shoes").tap();
  await sheet(page, patient).getByRole("button", { name: "Start" }).tap();
  await expect(chip(page, patient, "Coat and shoes")).toHaveAccessibleName(/In progress, not yet sent$/);
  await expect(chip(leo, patient, "Coat and shoes")).toHaveAccessibleName(/To do$/);

  await page.context().setOffline(false);
  await expect(chip(leo, patient, "Coat and shoes")).toHaveAccessibleName(/In progress$/, BACK);
  await expect(chip(page, patient, "Coat and shoes")).toHaveAccessibleName(/In progress$/, BACK);
});

test("a server that falls over and starts again is noticed and found again", async ({ page, homeward, stage, complaints }) => {
  complaints.expect(/net::ERR_/);
  const patient = await stage.admit({ family: "Dunmore", given: "Edie", title: "Mrs", tasks: [{ title: "Dressing changed" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  await homeward.pullThePlug();
  await expect(banner(page)).toBeVisible(NOTICED);
  await homeward.start();
  await expect(banner(page)).toBeHidden(BACK);
  await stage.does(patient.stay, { do: "complete_task", task: 1 });
  await expect(chip(page, patient, "Dressing changed")).toHaveCount(0);
});

const banner = (page: Page) => page.getByRole("status").filter({ hasText: "Not live since" });
