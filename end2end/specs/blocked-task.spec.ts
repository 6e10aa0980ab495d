import { chip, expect, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

const HOUR = 3_600_000;

test("what can be done next is at the front, and what waits says for what", { tag: ["@phone"] }, async ({ page, stage }) => {
  const tasks = [
    { title: "Stairs assessed", due: new Date(Date.now() + HOUR) },
    { title: "Bed rails fitted", due: new Date(Date.now() + 5 * HOUR) },
  ];
  const patient = await stage.admit({ family: "Yardley", given: "Enid", title: "Mrs", tasks });
  await stage.does(patient.stay, { do: "link_task", task: 1, after: [2] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const chips = rowOf(page, patient).locator(".chip__title");
  await expect(chips).toHaveText([/^Bed rails fitted/, /^Stairs assessed/]);
  await expect(chip(page, patient, "Stairs assessed")).toHaveAccessibleName(/after Bed rails fitted$/);
  await chip(page, patient, "Stairs assessed").tap();
  await expect(sheet(page, patient)).toContainText("Comes after Bed rails fitted.");
  await sheet(page, patient).getByRole("button", { name: "Close" }).tap();

  await stage.does(patient.stay, { do: "complete_task", task: 2 });
  await expect(chips).toHaveText([/^Stairs assessed/]);
  await expect(chip(page, patient, "Stairs assessed")).toHaveAccessibleName(/To do$/);
});

test("that nothing stands in the way is said of who no longer needs the bed alone", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Yeoman", given: "Grace", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  const said = rowOf(page, patient).locator(".no-open-task");
  await expect(said).toHaveText("No open task");
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date().toISOString() });
  await expect(said).toHaveText("Nothing stands in the way");
});
