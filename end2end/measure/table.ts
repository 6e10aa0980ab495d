// Prints the figures as the server's measures do (`server/bench/src/report.rs`), each as soon as it is there.
import { readFileSync } from "node:fs";
import type { FullResult, Reporter, TestCase, TestError, TestResult } from "@playwright/test/reporter";
import { FIGURE, type Figure } from "./figures";

export default class Table implements Reporter {
  #loadBefore = load();
  #missed = 0;

  printsToStdio(): boolean {
    return true;
  }

  onBegin(): void {
    console.log(`load average before: ${this.#loadBefore}\n`);
    console.log(row("figure", "homeward", "reference", "ratio", "aim"));
  }

  onTestEnd(test: TestCase, { annotations, status, errors }: TestResult): void {
    for (const { type, description } of annotations) {
      if (type === FIGURE && description) this.#print(JSON.parse(description));
    }
    if (status !== "passed") console.log(`not measured: ${test.title}\n${errors.map(({ message }) => message).join("\n")}`);
  }

  onError({ message }: TestError): void {
    console.log(`not measured: ${message}`);
  }

  onEnd(_result: FullResult): void {
    console.log(`\nload average before ${this.#loadBefore}, after ${load()}; ${this.#missed} aims missed`);
  }

  #print({ figure, now, reference, aim, kept }: Figure): void {
    if (!kept) this.#missed += 1;
    console.log(row(figure, now, reference?.words ?? "", reference?.ratio.toFixed(2) ?? "", `${aim}: ${kept ? "kept" : "MISSED"}`));
  }
}

function row(figure: string, now: string, reference: string, ratio: string, aim: string): string {
  return `${figure.padEnd(58)} ${now.padStart(14)} ${reference.padStart(14)} ${ratio.padStart(8)}  ${aim}`;
}

/** The one, five and fifteen minutes' load, as the kernel counts it. */
function load(): string {
  return readFileSync("/proc/loadavg", "utf8").split(" ").slice(0, 3).join(" ");
}
