// Sets the scene before a test: a patient of its own, so that no test depends on another or on the time of day.
import { randomUUID } from "node:crypto";
import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";

export type Patient = { stay: string; ward: string; bed: string; name: string };

export type Admission = {
  family: string;
  given: string;
  title: string;
  ward?: string;
  /** A chair of its own where none is given, so that the ward's beds stay as the demo hospital has them. */
  place?: { bay: string; bed: string };
  nhsNumber?: string;
  /** How many days ago. */
  daysAgo?: number;
  /** In how many days, where it is set. */
  expectedIn?: number;
  tasks?: NewTask[];
};

export type NewTask = { title: string; team?: string; due?: Date };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Acts through the coordinator. */
export class Stage {
  #request: APIRequestContext;
  #admitted: string[] = [];

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  /** Takes the test's patients off the wards again. */
  async clear(): Promise<void> {
    for (const stay of this.#admitted) await this.#send(stay, { do: "void_stay", reason: "the test is over" });
  }

  async admit({ family, given, title, ward = "cedar-ward", place, nhsNumber, daysAgo = 2, expectedIn, tasks = [] }: Admission): Promise<Patient> {
    const stay = uuidv7();
    this.#admitted.push(stay);
    const where = { ward, bed: `Chair ${this.#admitted.length}`, ...place };
    const patient = { id: uuidv7(), name: { family, given, title }, nhs_number: nhsNumber, born: "1945-07-14", sex: "female" };
    const admitted_at = new Date(Date.now() - daysAgo * DAY).toISOString();
    const expected_discharge = expectedIn === undefined ? undefined : day(expectedIn);
    await this.does(stay, { do: "admit_patient", patient, place: where, admitted_at, expected_discharge });
    for (const [index, task] of tasks.entries()) await this.addTask(stay, index + 1, task);
    return { stay, ward, bed: where.bed, name: `${family.toUpperCase()}, ${given} (${title})` };
  }

  async addTask(stay: string, number: number, { title, team = "WARD", due }: NewTask): Promise<void> {
    await this.does(stay, { do: "add_task", number, title, owner_team: team, due: due?.toISOString() });
  }

  /** One command, done. */
  async does(stay: string, command: { do: string } & Record<string, unknown>): Promise<void> {
    const answer = await this.#send(stay, command);
    expect(answer.status(), await answer.text()).toBe(200);
  }

  async #send(stay: string, command: object): Promise<APIResponse> {
    const envelope = { mutation_id: uuidv7(), stay, command, made_at: new Date().toISOString() };
    return await this.#request.post("/api/v1/commands", { data: envelope });
  }
}

/** The date in London so many days from today, as 2026-03-05. */
export function day(fromToday: number): string {
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "Europe/London" });
  // Counted in days, since late in a winter's evening so many hours ago is a day later by summer time.
  return new Date(Date.parse(today) + fromToday * DAY).toISOString().slice(0, "2026-03-05".length);
}

/** The last second of today in London: due today, and hardly ever late. */
export function endOfToday(): Date {
  const winter = new Date(`${day(0)}T23:59:59Z`);
  const isTomorrow = winter.toLocaleDateString("en-CA", { timeZone: "Europe/London" }) !== day(0);
  return isTomorrow ? new Date(winter.getTime() - HOUR) : winter;
}

export function uuidv7(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
