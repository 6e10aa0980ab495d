import type { Locator, Page } from "@playwright/test";
import { expect, isLive, isSignedIn, test } from "../house/test";

const HOUR = 3_600_000;

test("a pharmacist takes a task on and finishes it, and a colleague sees both", { tag: ["@phone"] }, async ({ page, anotherPerson, stage }) => {
  const patient = await stage.admit({ family: "Pickles", given: "Nora", title: "Mrs", ward: "hazel-ward", tasks: [{ title: "Inhaler counselled", team: "PHA", due: new Date(Date.now() - HOUR) }] });
  const owen = await anotherPerson();
  await isSignedIn(owen, "owen.blackwood");
  await openQueue(owen);
  await isSignedIn(page, "nadia.rahman");
  await openQueue(page);

  await expect(item(page, patient.name)).toContainText("Hazel Ward");
  await expect(item(page, patient.name)).toContainText("1 hr late");
  await expect(item(page, patient.name)).toContainText("Pharmacy · To do");
  await item(page, patient.name).getByRole("button", { name: "Take it" }).tap();
  await expect(item(page, patient.name)).toContainText("Nadia Rahman · Accepted");
  await expect(item(owen, patient.name)).toContainText("Nadia Rahman · Accepted");
  await page.getByRole("link", { name: "Mine", exact: true }).tap();
  await item(page, patient.name).getByRole("button", { name: "Done" }).tap();
  await expect(item(page, patient.name)).toHaveCount(0);
  await expect(item(owen, patient.name)).toHaveCount(0);
});

test("what a colleague has is taken over by name, and says to whom it has climbed", async ({ page, anotherPerson, stage }) => {
  const due = new Date(Date.now() - 5 * HOUR);
  const patient = await stage.admit({ family: "Plumb", given: "Ida", title: "Mrs", tasks: [{ title: "Inhaler counselled", team: "PHA", due }] });
  const owen = await anotherPerson();
  await isSignedIn(owen, "owen.blackwood");
  await openQueue(owen);
  await isSignedIn(page, "nadia.rahman");
  await openQueue(page);
  await expect(item(page, patient.name)).toContainText("Pharmacy · To do, escalated to Coordinator");
  await item(owen, patient.name).getByRole("button", { name: "Take it" }).tap();
  await expect(item(page, patient.name).getByRole("button", { name: "Take over from Owen Blackwood" })).toBeVisible();
  await page.getByRole("checkbox", { name: `Choose Inhaler counselled for ${patient.name}` }).check();
  await expect(page.getByText("1 chosen, Owen Blackwood's")).toBeVisible();
  await page.getByRole("button", { name: "Choose none" }).tap();
  await item(page, patient.name).getByRole("button", { name: "Take over from Owen Blackwood" }).tap();
  await expect(item(owen, patient.name).getByRole("button", { name: "Take over from Nadia Rahman" })).toBeVisible();
  await expect(page.getByText(`Assigned to Nadia Rahman: Inhaler counselled for ${patient.name}`)).toBeVisible();
});

test("a nurse whose name no task has is told what waits for her team", { tag: ["@phone"] }, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Prosser", given: "Una", title: "Mrs", tasks: [{ title: "Shoes found" }] });
  await isSignedIn(page, "amara.obi");
  await openQueue(page);
  await page.getByRole("link", { name: "Mine", exact: true }).tap();
  await expect(page.getByText("No task has your name")).toBeVisible();
  await expect(page.getByText(/^\d+ waits? for your team\.$/)).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).tap();
  await expect(item(page, patient.name)).toHaveCount(1);
});

test("several tasks are finished at once", async ({ page, stage }) => {
  const tasks = [{ title: "Inhaler counselled", team: "PHA" }];
  const one = await stage.admit({ family: "Quarmby", given: "Ada", title: "Mrs", tasks });
  const other = await stage.admit({ family: "Quarmby", given: "Bea", title: "Mrs", tasks });
  await isSignedIn(page, "nadia.rahman");
  await openQueue(page);
  await page.getByRole("searchbox", { name: "Find on this page" }).fill("quarmby");
  for (const patient of [one, other]) {
    await page.getByRole("checkbox", { name: `Choose Inhaler counselled for ${patient.name}` }).check();
  }
  await page.getByRole("group", { name: "All that are chosen" }).getByRole("button", { name: "All done" }).tap();
  const notice = page.getByText(/^0 of \d+ tasks shown$/);
  await expect(notice).toBeVisible();
  await expect(page.getByText("Nothing waits for you")).toHaveCount(0);
  await page.getByRole("link", { name: "Clear" }).tap();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole("searchbox", { name: "Find on this page" })).toHaveValue("");
});

test("a task is handed over from the queue, and a nurse's own queue is her ward's", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Rudge", given: "Meg", title: "Mrs", tasks: [{ title: "Shoes found" }, { title: "Inhaler counselled", team: "PHA" }] });
  await isSignedIn(page, "amara.obi");
  await openQueue(page);
  await expect(item(page, patient.name)).toHaveCount(1);
  await item(page, patient.name).getByRole("button", { name: "Shoes found" }).tap();
  await page.getByRole("dialog").getByRole("button", { name: "Assign…" }).tap();
  await page.getByRole("dialog").getByLabel("Team").selectOption("Therapies");
  await page.getByRole("dialog").getByRole("button", { name: "Assign", exact: true }).tap();
  await expect(item(page, patient.name)).toHaveCount(0);
});

async function openQueue(page: Page): Promise<void> {
  await page.goto("/my-tasks");
  await isLive(page);
}

const item = (page: Page, patient: string): Locator => page.getByRole("listitem").filter({ has: page.getByRole("link", { name: patient }) });
