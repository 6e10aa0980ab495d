// Errors and warnings in a browser's console: a test that sees one it did not expect fails.
import type { Page } from "@playwright/test";

export class Complaints {
  #heard: string[] = [];
  #expected: RegExp[] = [];

  listenTo(page: Page): void {
    page.on("pageerror", (error) => this.#heard.push(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.#heard.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
  }

  /** For a test that provokes one, such as a tablet that loses its network. */
  expect(complaint: RegExp): void {
    this.#expected.push(complaint);
  }

  unexpected(): string[] {
    return this.#heard.filter((complaint) => !this.#expected.some((expected) => expected.test(complaint)));
  }
}
