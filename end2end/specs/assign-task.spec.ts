import { chip, expect, isSignedIn, openBoard, type Patient, sheet, test } from "../house/test";
import type { Page } from "@playwright/test";

test("a task is given to a team and somebody in it", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Hallam", given: "Betty", title: "Mrs", tasks: [{ title: "Blister packs" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await askWhose(page, patient, "Blister packs");
  const question = sheet(page, patient);
  await question.getByLabel("Team").selectOption("Pharmacy");
  await question.getByLabel("Person").selectOption("Nadia Rahman");
  await question.getByRole("button", { name: "Assign" }).tap();
  await expect(chip(page, patient, "Blister packs")).toHaveAccessibleName("Blister packs: Nadia Rahman, no due time, To do");
});

test("two people give one task to two teams: the later sees both and chooses", async ({ page, anotherPerson, stage, complaints }) => {
  complaints.expect(/409/);
  const patient = await stage.admit({ family: "Iverson", given: "Nell", title: "Mrs", tasks: [{ title: "Oxygen at home" }] });
  const leo = await anotherPerson();
  for (const [tablet, username] of [[page, "amara.obi"], [leo, "leo.hartley"]] as const) {
    await isSignedIn(tablet, username);
    await openBoard(tablet, "cedar-ward");
    await askWhose(tablet, patient, "Oxygen at home");
  }
  await sheet(page, patient).getByLabel("Team").selectOption("Pharmacy");
  await sheet(leo, patient).getByLabel("Team").selectOption("Therapies");

  await sheet(page, patient).getByRole("button", { name: "Assign" }).tap();
  await expect(chip(page, patient, "Oxygen at home")).toHaveAccessibleName(/^Oxygen at home: Pharmacy,/);
  await sheet(leo, patient).getByRole("button", { name: "Assign" }).tap();

  const both = leo.getByRole("region", { name: `Changed by two people: Oxygen at home for ${patient.name}` });
  await expect(both).toContainText(/Theirs \(owner of the task\)\s*Pharmacy/);
  await expect(both).toContainText(/Yours\s*Therapies/);
  await expect(chip(leo, patient, "Oxygen at home"), "nobody's choice is lost in silence").toHaveAccessibleName(/: (changed by Amara Obi \d\d:\d\d, )?Pharmacy,/);

  await both.getByRole("button", { name: "Use mine" }).tap();
  await expect(both).toBeHidden();
  for (const tablet of [page, leo]) {
    await expect(chip(tablet, patient, "Oxygen at home")).toHaveAccessibleName(/^Oxygen at home: (changed by .+ \d\d:\d\d, )?Therapies,/);
  }
});

test("one changes the owner and one the due time: both hold", async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Jessamy", given: "Pearl", title: "Mrs", tasks: [{ title: "Shower chair" }] });
  const leo = await anotherPerson();
  await isSignedIn(page, "amara.obi");
  await isSignedIn(leo, "leo.hartley");
  await openBoard(page, "cedar-ward");
  await openBoard(leo, "cedar-ward");
  await askWhose(page, patient, "Shower chair");
  await chip(leo, patient, "Shower chair").tap();
  await sheet(leo, patient).getByRole("button", { name: "Due…" }).tap();

  await sheet(page, patient).getByLabel("Team").selectOption("Therapies");
  await sheet(page, patient).getByRole("button", { name: "Assign" }).tap();
  await sheet(leo, patient).getByRole("button", { name: "tomorrow 12:00" }).tap();

  for (const tablet of [page, leo]) {
    await expect(chip(tablet, patient, "Shower chair")).toHaveAccessibleName(/^Shower chair: (changed by .+ \d\d:\d\d, )?Therapies, due tomorrow 12:00, To do$/);
  }
});

async function askWhose(page: Page, patient: Patient, task: string): Promise<void> {
  await chip(page, patient, task).tap();
  await sheet(page, patient).getByRole("button", { name: "Assign…" }).tap();
  await expect(sheet(page, patient).getByRole("heading", { name: `Assign: ${task}` })).toBeVisible();
}
