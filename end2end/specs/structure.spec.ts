import type { Page } from "@playwright/test";
import { admitForReview } from "../house/long-stay";
import { chip, day, expect, isLive, isSignedIn, type Patient, sheet, test } from "../house/test";

// What a screen reader finds on each screen: its landmarks, headings, tables and the names of what can be pressed. The same
// at every size but for the top of the page. A snapshot names what must be there, in this order; more may be.

const HOUR = 3_600_000;
const AT_EVERY_SIZE = { tag: ["@wall", "@phone"] };

type Screen = {
  /** The snapshot of its main part, `structure.spec.ts-snapshots/NAME.aria.yml`. */
  name: string;
  who: string;
  path: (patient: Patient) => string;
  /** What has to be done until it is there. */
  reach: (page: Page, patient: Patient) => Promise<unknown>;
};

const arrive = async (): Promise<void> => {};

const SCREENS: Screen[] = [
  { name: "home", who: "amara.obi", path: () => "/", reach: isLive },
  { name: "wards", who: "tom.reyes", path: () => "/wards", reach: isLive },
  { name: "all-wards", who: "tom.reyes", path: () => "/board?team=PHA&overdue=yes", reach: isLive },
  { name: "ward-board", who: "amara.obi", path: () => "/wards/cedar-ward", reach: isLive },
  { name: "round", who: "amara.obi", path: ({ stay }) => `/wards/cedar-ward/round?at=${stay}`, reach: isLive },
  { name: "round-summary", who: "amara.obi", path: () => "/wards/cedar-ward/round?at=end", reach: isLive },
  { name: "patient", who: "amara.obi", path: ({ stay }) => `/patients/${stay}`, reach: isLive },
  { name: "my-tasks", who: "nadia.rahman", path: () => "/my-tasks", reach: isLive },
  { name: "wall", who: "amara.obi", path: () => "/wards/cedar-ward?display=wall", reach: isLive },
  { name: "search", who: "tom.reyes", path: () => "/search", reach: arrive },
  { name: "search-results", who: "tom.reyes", path: () => "/search", reach: searchFor },
  { name: "admin", who: "sanjay.mistry", path: () => "/admin", reach: arrive },
  { name: "hospital", who: "sanjay.mistry", path: () => "/admin/hospital", reach: arrive },
  { name: "review", who: "tom.reyes", path: () => "/reports/review", reach: arrive },
  { name: "sitrep", who: "helen.whitlock", path: () => `/reports/sitrep?day=${day(-6)}`, reach: nightsAreCounted },
  { name: "import", who: "tom.reyes", path: () => "/import", reach: arrive },
  { name: "import-report", who: "tom.reyes", path: () => "/import", reach: checkAList },
];

for (const { name, who, path, reach } of SCREENS) {
  test(`the screen ${name}`, AT_EVERY_SIZE, async ({ page, stage }) => {
    const patient = await stage.admit({ family: "Yaxley", given: "Ivy", title: "Mrs", tasks: [{ title: "Bag packed" }, { title: "Inhaler counselled", team: "PHA", due: new Date(Date.now() - HOUR) }] });
    await isSignedIn(page, who);
    await page.goto(path(patient));
    await reach(page, patient);
    await expect(page.getByRole("main")).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  });
}

test("a patient of the weekly review", AT_EVERY_SIZE, async ({ page, stage }) => {
  const patient = await admitForReview(stage, "Zabel");
  await isSignedIn(page, "tom.reyes");
  await page.goto(`/reports/review?at=${patient.stay}`);
  await expect(page.getByRole("main")).toMatchAriaSnapshot({ name: "review-patient.aria.yml" });
});

test("what is asked about a task", AT_EVERY_SIZE, async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Yaxley", given: "Ivy", title: "Mrs", tasks: [{ title: "Bag packed" }] });
  await isSignedIn(page, "amara.obi");
  await page.goto("/wards/cedar-ward");
  await isLive(page);
  await chip(page, patient, "Bag packed").click();
  await expect(sheet(page, patient)).toMatchAriaSnapshot({ name: "task-sheet.aria.yml" });
});

test("the sign-in page", AT_EVERY_SIZE, async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("main")).toMatchAriaSnapshot({ name: "sign-in.aria.yml" });
});

test("the locked screen", AT_EVERY_SIZE, async ({ page }) => {
  await isSignedIn(page, "amara.obi");
  await page.request.post("/lock");
  await page.goto("/locked");
  await expect(page.getByRole("main")).toMatchAriaSnapshot({ name: "locked.aria.yml" });
});

for (const { who, role } of [
  { who: "amara.obi", role: "ward-staff" },
  { who: "tom.reyes", role: "coordinator" },
  { who: "sanjay.mistry", role: "administrator" },
]) {
  test(`the top and the foot of a page for ${who}`, AT_EVERY_SIZE, async ({ page }, { project }) => {
    await isSignedIn(page, who);
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const size = project.name === "phone" ? "-phone" : "";
    await expect(page.locator("body")).toMatchAriaSnapshot({ name: `page-of-${role}${size}.aria.yml` });
  });
}

/** A server that has just started counts its nights first. */
async function nightsAreCounted(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("region", { name: "To be checked", exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
}

async function searchFor(page: Page): Promise<void> {
  await page.getByRole("searchbox").fill("yaxley");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /found$/ })).toBeVisible();
}

async function checkAList(page: Page): Promise<void> {
  const list = 'Bed,Name,NHS No,DOB\nA1,"TIDY, Una (Mrs)",999 123 4567,31/02/1941\n';
  await page.getByLabel("The list").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByLabel("Ward", { exact: true }).selectOption("Hazel Ward");
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByText("fails its check digit")).toBeVisible();
}
