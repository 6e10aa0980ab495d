import { chip, expect, isSignedIn, openBoard, openPatient, sheet, test } from "../house/test";

test.beforeEach(async ({ page }) => isSignedIn(page, "amara.obi"));

test("a task that is not needed leaves the board with its reason in the record", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Farrow", given: "Hilda", title: "Mrs", tasks: [{ title: "Wheelchair taxi" }] });
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Wheelchair taxi").tap();
  await sheet(page, patient).getByRole("button", { name: "Not needed…" }).tap();
  await sheet(page, patient).getByLabel("Why is it not needed?").fill("her son drives her");
  await sheet(page, patient).getByRole("button", { name: "Not needed" }).tap();
  await expect(chip(page, patient, "Wheelchair taxi")).toHaveCount(0);
  await openPatient(page, patient);
  await page.getByText("Finished: 1 not needed").tap();
  await expect(page.getByRole("list", { name: "Tasks not needed" })).toContainText("her son drives her");
});

test("a task added by mistake is taken back", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Gable", given: "Vera", title: "Mrs", tasks: [{ title: "Insulin taught" }] });
  await openBoard(page, "cedar-ward");
  await chip(page, patient, "Insulin taught").tap();
  await sheet(page, patient).getByRole("button", { name: "Added by mistake…" }).tap();
  await sheet(page, patient).getByLabel("What was the mistake?").fill("meant for the next bed");
  await sheet(page, patient).getByRole("button", { name: "Take the task back" }).tap();
  await expect(chip(page, patient, "Insulin taught")).toHaveCount(0);
});
