import type { Page } from "@playwright/test";
import { expect, expectAccessible, isSignedIn, openBoard, type Patient, rowOf, sheet, test } from "../house/test";
import { addWard } from "../house/ward";

test("a patient who goes to another ward leaves one board and comes to the other", async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Teal", given: "Nancy", title: "Mrs" });
  const harpreet = await anotherPerson();
  await isSignedIn(harpreet, "harpreet.kaur");
  await openBoard(harpreet, "willow-ward");
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");

  await askToMove(page, patient);
  const elsewhere = sheet(page, patient).getByLabel("Another place");
  await elsewhere.fill("Chair X");
  await sheet(page, patient).getByLabel("Ward").selectOption("Willow Ward");
  await expect(elsewhere, "nothing is kept of the ward before").toHaveValue("");
  await elsewhere.fill("Chair W");
  await sheet(page, patient).getByRole("button", { name: "Move", exact: true }).tap();

  await expect(rowOf(harpreet, patient).getByRole("rowheader")).toContainText("Chair W");
  await expect(rowOf(page, patient)).toHaveCount(0);
  await expect(page.getByText(/^Moved to Willow Ward, .*bed Chair W: TEAL, Nancy \(Mrs\)$/)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 patient left: TEAL, Nancy (Mrs) moved to Willow Ward." })).toBeVisible();
});

test("a free bed is one tap away, and a taken one has to be said twice", { tag: ["@phone"] }, async ({ page, anotherPerson, stage }) => {
  const sanjay = await anotherPerson();
  await isSignedIn(sanjay, "sanjay.mistry");
  await addWard(sanjay, { code: "linden-ward", name: "Linden Ward", beds: "Bay A: A4\nBay B: B3" });
  const patient = await stage.admit({ family: "Tunnicliffe", given: "Olive", title: "Mrs", ward: "linden-ward" });
  const other = await stage.admit({ family: "Umber", given: "Ida", title: "Ms", ward: "linden-ward" });
  await stage.does(other.stay, { do: "move_bed", to: { ward: "linden-ward", bay: "Bay A", bed: "b 3" } });
  await isSignedIn(page, "tom.reyes");
  await openBoard(page, "linden-ward");
  const empty = page.getByRole("row").filter({ hasText: "UNOCCUPIED" });
  await expect(rowOf(page, other).getByRole("rowheader")).toHaveText(/Bay B\s*B3/);
  await expect(empty).toHaveCount(1);

  await askToMove(page, patient);
  await expectAccessible(page, ".sheet");
  await sheet(page, patient).getByRole("button", { name: /^Bed A4/ }).tap();
  await expect(rowOf(page, patient).getByRole("rowheader")).toHaveText(/Bay A\s*A4/);
  await expect(empty).toHaveCount(0);

  await askToMove(page, patient);
  await expect(sheet(page, patient).getByText("No bed is free on Linden Ward.")).toBeVisible();
  await sheet(page, patient).getByText("Taken (1)").tap();
  await sheet(page, patient).getByRole("button", { name: /^Bed B3.*UMBER, Ida \(Ms\)/ }).tap();
  const warning = sheet(page, patient).getByRole("alert").filter({ hasText: "Taken: Bay B bed B3. UMBER, Ida (Ms) lies there." });
  await expect(warning).toBeFocused();
  await expect(rowOf(page, patient).getByRole("rowheader")).toContainText("A4");
  await sheet(page, patient).getByRole("button", { name: "Choose another place" }).tap();
  await sheet(page, patient).getByLabel("Another place").fill("b3");
  await sheet(page, patient).getByRole("button", { name: "Move", exact: true }).tap();
  await expect(warning).toBeVisible();
  await sheet(page, patient).getByRole("button", { name: `Move ${patient.name} to Bay B bed B3 all the same` }).tap();
  await expect(rowOf(page, patient).getByRole("rowheader")).toHaveText(/Bay B\s*B3/);
  await expect(rowOf(page, other).getByRole("rowheader")).toHaveText(/Bay B\s*B3/);
  await expect(empty).toHaveCount(1);
});

test("the free beds of a ward that one doesn't see are offered without who lies in the others", async ({ page, anotherPerson, stage }) => {
  const sanjay = await anotherPerson();
  await isSignedIn(sanjay, "sanjay.mistry");
  await addWard(sanjay, { code: "lime-ward", name: "Lime Ward", beds: "Bay A: L1, L2" });
  const other = await stage.admit({ family: "Umfreville", given: "Una", title: "Ms", ward: "lime-ward" });
  await stage.does(other.stay, { do: "move_bed", to: { ward: "lime-ward", bed: "L1" } });
  const patient = await stage.admit({ family: "Tunstall", given: "Vi", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await askToMove(page, patient);
  await sheet(page, patient).getByLabel("Ward").selectOption("Lime Ward");
  await sheet(page, patient).getByText("Taken (1)").tap();
  await expect(sheet(page, patient).getByRole("button", { name: /^Bed L1.*taken$/ })).toBeVisible();
  await expect(page.getByText("UMFREVILLE")).toHaveCount(0);
  await sheet(page, patient).getByRole("button", { name: /^Bed L2/ }).tap();
  await expect(rowOf(page, patient)).toHaveCount(0);
});

async function askToMove(page: Page, patient: Patient): Promise<void> {
  await page.getByRole("button", { name: `More for ${patient.name}` }).tap();
  await sheet(page, patient).getByRole("button", { name: "Move to another bed" }).tap();
}
