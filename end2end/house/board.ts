// The ward board as a person finds their way on it.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Patient } from "./stage";

export async function openBoard(page: Page, ward: string): Promise<void> {
  await page.goto(`/wards/${ward}`);
  await isLive(page);
}

export async function openPatient(page: Page, patient: Patient): Promise<void> {
  await page.goto(`/patients/${patient.stay}`);
  await isLive(page);
}

export async function isLive(page: Page): Promise<void> {
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

export function rowOf(page: Page, patient: Patient): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("link", { name: patient.name, exact: true }) });
}

/** The chip of an open task in the patient's row. */
export function chip(page: Page, patient: Patient, task: string): Locator {
  return page.getByRole("list", { name: `Open tasks of ${patient.name}` }).getByRole("button", { name: `${task}: ` });
}

/** The question over the board, about this patient. */
export function sheet(page: Page, patient: Patient): Locator {
  return page.getByRole("dialog").filter({ hasText: patient.name });
}
