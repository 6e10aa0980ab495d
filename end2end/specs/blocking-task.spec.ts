import { chip, expect, isSignedIn, openBoard, sheet, test } from "../house/test";

test("whether discharge has to wait for a task is said by what a button would do", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Birtles", given: "Nan", title: "Mrs", tasks: [{ title: "Befriending arranged" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Befriending arranged").tap();
  await sheet(page, patient).getByRole("button", { name: "Let discharge go ahead without it" }).tap();
  await expect(page.getByText(`No longer blocks discharge: Befriending arranged for ${patient.name}`)).toBeVisible();

  await chip(page, patient, "Befriending arranged").tap();
  await sheet(page, patient).getByRole("button", { name: "Make it block discharge" }).tap();
  await expect(page.getByText(`Blocks discharge now: Befriending arranged for ${patient.name}`)).toBeVisible();
});
