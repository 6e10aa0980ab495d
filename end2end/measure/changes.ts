// Changes that colleagues make, through the interface for devices.
import { type APIRequestContext, expect } from "@playwright/test";
import { uuidv7 } from "../house/stage";

type Command = { do: string } & Record<string, unknown>;
type Stay = { id: string; tasks?: Array<{ number: number; state?: unknown }> };
type Board = { rows: Array<{ stay: Stay }> };

/** At once, as the server takes them. */
export async function ask(request: APIRequestContext, asked: Array<{ stay: string; command: Command }>): Promise<void> {
  const made_at = new Date().toISOString();
  const answer = await request.post("/api/v1/commands", { data: asked.map(({ stay, command }) => ({ mutation_id: uuidv7(), stay, command, made_at })) });
  expect(answer.status(), "the server takes the changes").toBe(200);
  const receipts = (await answer.json()) as Array<{ result: object | string }>;
  const others = receipts.filter(({ result }) => typeof result === "string" || !("accepted" in result));
  expect(others, "each is a change").toEqual([]);
}

/** Those who lie on the wards named, or in the whole hospital. */
export async function stays(request: APIRequestContext, wards = ""): Promise<Stay[]> {
  const boards = (await (await request.get(`/api/v1/board?wards=${wards}`)).json()) as Board[];
  return boards.flatMap(({ rows }) => rows.map(({ stay }) => stay));
}
