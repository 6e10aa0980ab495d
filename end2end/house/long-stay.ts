// A patient of whom there is much to show: tasks that wait for each other, reviews of two weeks, a note, a wish.
import type { Patient, Stage } from "./stage";

const DAY = 86_400_000;

/** Number, kind, title, team, after. */
const TASKS: Array<[number, string | undefined, string, string, number[]]> = [
  [1, "T04", "Discharge summary written", "MED", []],
  [2, "T05", "TTO prescribed", "MED", [1]],
  [3, "T06", "TTO screened and dispensed", "PHA", [2]],
  [4, "T07", "TTO checked and explained to patient", "WARD", [3]],
  [5, "T42", "Follow-up: outpatient, GP bloods or virtual ward", "WARD", [1]],
  [6, "T08", "Occupational therapy review", "THER", []],
  [7, "T25", "Equipment ordered, delivered and demonstrated", "EQUIP", [6]],
  [8, "T36", "Transport booked", "PTS", []],
  [9, "T31", "Safeguarding concern resolved or plan agreed", "SAFE", []],
  [10, undefined, "Chase SW re CHC and TTO", "WARD", []],
];

export async function admitForLong(stage: Stage, family: string): Promise<Patient> {
  const patient = await stage.admit({ family, given: "Harriet", title: "Mrs", daysAgo: 14, expectedIn: 3 });
  const does = (command: { do: string } & Record<string, unknown>) => stage.does(patient.stay, command);
  for (const [number, kind, title, owner_team, after] of TASKS) await does({ do: "add_task", number, kind, title, owner_team, after });
  await does({ do: "add_task", number: 11, title: "Bloods taken", owner_team: "WARD" });
  await does({ do: "complete_task", task: 11 });
  for (const [daysAgo, found] of [[13, { met: ["intravenous_fluids", "news2_above_three"] }], [9, "not_met"], [7, { met: ["oxygen_or_non_invasive_ventilation"] }], [5, "not_met"], [0.2, "not_met"]] as const) {
    await does({ do: "review_criteria", found, reviewed_at: new Date(Date.now() - daysAgo * DAY).toISOString() });
  }
  await does({ do: "set_what_matters", words: "Being home for the dog, and tea in my own kitchen" });
  await does({ do: "add_note", note: 1, text: "Family dispute about the house", visibility: "internal" });
  return patient;
}

/** One of whom the weekly review talks first: nobody in the demo hospital has been here for as long. */
export async function admitForReview(stage: Stage, family: string, daysAgo = 402): Promise<Patient> {
  const patient = await stage.admit({ family, given: "Harriet", title: "Mrs", daysAgo, expectedIn: -3, tasks: [{ title: "Care home found" }] });
  await stage.does(patient.stay, { do: "review_criteria", found: "not_met", reviewed_at: new Date(Date.now() - 5 * DAY).toISOString() });
  return patient;
}
