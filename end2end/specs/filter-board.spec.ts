import { chip, expect, isLive, isSignedIn, openBoard, rowOf, sheet, test } from "../house/test";

const HOUR = 3_600_000;

test("a board narrowed down to what is late says so loudly, follows what happens, and clears", { tag: ["@phone"] }, async ({ page, stage }) => {
  const late = await stage.admit({ family: "Ibbotson", given: "Grace", title: "Mrs", tasks: [{ title: "Zimmer frame", due: new Date(Date.now() - HOUR) }] });
  const other = await stage.admit({ family: "Jessop", given: "Ivy", title: "Mrs", tasks: [{ title: "Zimmer frame" }] });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByText("Filter", { exact: true }).tap();
  await page.getByRole("link", { name: "Overdue", exact: true }).tap();

  await expect(page).toHaveURL(/\/wards\/cedar-ward\?overdue=yes$/);
  const notice = page.getByText(/^\d+ of \d+ patients shown: Overdue$/);
  await expect(notice).toBeVisible();
  await expect(rowOf(page, late)).toBeVisible();
  await expect(rowOf(page, other)).toHaveCount(0);

  const before = await notice.innerText();
  await stage.does(late.stay, { do: "complete_task", task: 1 });
  await expect(rowOf(page, late)).toHaveCount(0);
  await expect(notice).not.toHaveText(before);

  await page.getByRole("link", { name: "Clear" }).tap();
  await expect(page).toHaveURL(/\/wards\/cedar-ward$/);
  await expect(rowOf(page, late)).toBeVisible();
  await expect(rowOf(page, other)).toBeVisible();
});

test("what is searched for stays out of the address", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Kettlewell", given: "Una", title: "Mrs" });
  const other = await stage.admit({ family: "Lomax", given: "Una", title: "Mrs" });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("searchbox", { name: "Find on this page" }).fill("kettle un");
  await expect(rowOf(page, other)).toHaveCount(0);
  await expect(rowOf(page, patient)).toBeVisible();
  await expect(page.getByText(/^1 of \d+ patients shown$/)).toBeVisible();
  await expect(page).toHaveURL(/\/wards\/cedar-ward$/);
});

test("a figure at the head leads to the patients it counts", async ({ page, stage }) => {
  const patient = await stage.admit({ family: "Mudge", given: "Ada", title: "Mrs", expectedIn: 0 });
  await isSignedIn(page, "amara.obi");
  await openBoard(page, "cedar-ward");
  await page.getByRole("link", { name: "show only these (EDD today)" }).tap();
  await expect(page).toHaveURL(/\?edd=today$/);
  await expect(rowOf(page, patient)).toBeVisible();
});

test("the coordinator sees patients of all wards on one board, live", async ({ page, stage }) => {
  const here = await stage.admit({ family: "Nattrass", given: "Joan", title: "Mrs", ward: "larch-ward", daysAgo: 30, tasks: [{ title: "Commode", team: "EQUIP" }] });
  await isSignedIn(page, "tom.reyes");
  await page.goto("/board?days=21&team=EQUIP");
  await isLive(page);
  await expect(rowOf(page, here)).toContainText("Larch Ward");
  const there = await stage.admit({ family: "Oxtoby", given: "Ruth", title: "Mrs", ward: "maple-ward", daysAgo: 40, tasks: [{ title: "Commode", team: "EQUIP" }] });
  await expect(rowOf(page, there)).toContainText("Maple Ward");
  await chip(page, here, "Commode").tap();
  await sheet(page, here).getByRole("button", { name: "Done" }).tap();
  await expect(rowOf(page, here)).toHaveCount(0);
});
