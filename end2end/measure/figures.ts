// What a measure found: each figure beside its reference from the same run, where there is one, and its aim. A missed aim
// fails nothing: it is said in the table.
import type { TestInfo } from "@playwright/test";

/** The annotation under which the table finds a figure. */
export const FIGURE = "figure";

export type Figure = {
  figure: string;
  now: string;
  /** The same, of the least that this browser needs for the same content. */
  reference?: { words: string; ratio: number };
  aim: string;
  kept: boolean;
};

type Limit = { aim: number; unit: string; digits?: number; reference?: number };

export class Figures {
  #testInfo: TestInfo;

  constructor(testInfo: TestInfo) {
    this.#testInfo = testInfo;
  }

  atMost(figure: string, now: number, limit: Limit): void {
    this.#add(figure, now, limit, "at most", now <= limit.aim);
  }

  atLeast(figure: string, now: number, limit: Limit): void {
    this.#add(figure, now, limit, "at least", now >= limit.aim);
  }

  #add(figure: string, now: number, { aim, unit, digits = 0, reference }: Limit, comparison: string, kept: boolean): void {
    const words = (value: number) => `${value.toFixed(digits)} ${unit}`.trim();
    const line: Figure = { figure, now: words(now), aim: `${comparison} ${aim} ${unit}`.trim(), kept };
    if (reference !== undefined) line.reference = { words: words(reference), ratio: now / reference };
    this.#testInfo.annotations.push({ type: FIGURE, description: JSON.stringify(line) });
  }
}

/** The value that three of four stay within. */
export function threeOfFour(values: number[]): number {
  return percentile(values, 0.75);
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error("nothing was measured");
  return value;
}
