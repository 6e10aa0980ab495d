// A private Homeward: its own process, its own copy of the demo hospital, its own port.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { keepCertificate } from "./certificate";

const READY = /^Homeward is ready on (https?:\/\/127\.0\.0\.1:(\d+))/;
const START_LIMIT = 30_000;
const STOP_LIMIT = 5_000;

export function homewardProgram(): string {
  return process.env.HOMEWARD_BIN ?? resolve(import.meta.dirname, "../../target/debug/homeward");
}

export class Homeward {
  readonly log: string[] = [];
  url = "";
  #folder: string;
  #process?: ChildProcess;
  /** Asked for at the first start, kept at later ones: a tablet that waits for its server comes back to the same address. */
  #port = "0";

  constructor() {
    const demo = process.env.DEMO_HOSPITAL;
    if (!demo) throw new Error("there is no demo hospital: the tests are started by `cargo xtask test screens`");
    this.#folder = mkdtempSync(join(tmpdir(), "homeward-test-"));
    cpSync(demo, this.#folder, { recursive: true });
  }

  /** `secured`: under a certificate of its own that nobody has signed, and so with HTTP/2. `flags`: settings of its own. */
  async start({ secured = false, flags = [] as string[] } = {}): Promise<void> {
    const certificate = secured ? await keepCertificate(this.#folder) : [];
    const server = spawn(
      homewardProgram(),
      ["serve", "--listen", `127.0.0.1:${this.#port}`, "--database-url", this.#database, "--demo", ...certificate, ...flags],
      {
        cwd: this.#folder,
        env: { ...process.env, HOMEWARD_SITE: process.env.HOMEWARD_SITE ?? resolve(import.meta.dirname, "../../target/site") },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    this.#process = server;
    createInterface(server.stderr).on("line", (line) => this.log.push(line));
    await new Promise<void>((ready, fail) => {
      const limit = setTimeout(() => fail(this.#notReady("it took too long")), START_LIMIT);
      server.once("error", (error) => fail(this.#notReady(error.message)));
      server.once("exit", (code) => fail(this.#notReady(`it ended with ${code}`)));
      createInterface(server.stdout).on("line", (line) => {
        this.log.push(line);
        const [, url, port] = READY.exec(line) ?? [];
        if (!url || !port) return;
        this.url = url;
        this.#port = port;
        clearTimeout(limit);
        ready();
      });
    });
  }

  /** Has the demo hospital's people work, so many times faster than real ones. Answers with their end of work. */
  playTheDay(speed: number): () => Promise<void> {
    const day = spawn(homewardProgram(), ["demo", "--live", "--speed", String(speed), "--database-url", this.#database], {
      cwd: this.#folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const ended = new Promise<void>((done) => day.once("exit", () => done()));
    return async () => {
      if (day.exitCode !== null) throw new Error(`the day ended by itself with ${day.exitCode}`);
      day.kill("SIGTERM");
      await ended;
    };
  }

  /** As the plug is pulled: no goodbye, nothing flushed. */
  async pullThePlug(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #database(): string {
    return `sqlite://${join(this.#folder, "homeward.db")}`;
  }

  async #end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise<void>((done) => server.once("exit", () => done()));
    server.kill(signal);
    const limit = setTimeout(() => server.kill("SIGKILL"), STOP_LIMIT);
    await ended;
    clearTimeout(limit);
  }

  #notReady(why: string): Error {
    return new Error(`Homeward did not start: ${why}\n${this.log.slice(-20).join("\n")}`);
  }
}

/** For a worker of the tests: a Homeward with settings of its own. */
export function ownHomeward(...flags: string[]) {
  return async ({}, use: (homeward: Homeward) => Promise<void>): Promise<void> => {
    const homeward = new Homeward();
    await homeward.start({ flags });
    await use(homeward);
    await homeward.remove();
  };
}
