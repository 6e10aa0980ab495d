// Made once a run; every worker then works on a copy of its own.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { homewardProgram } from "./homeward";

export default function makeDemoHospital(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "homeward-demo-"));
  const database = `sqlite://${join(folder, "homeward.db")}`;
  // The pictures of the reports show two years; what is tested needs none.
  const history = process.env.HOMEWARD_SCREENS ? [] : ["--no-history"];
  execFileSync(homewardProgram(), ["demo", "--database-url", database, ...history], {
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 180_000,
  });
  process.env.DEMO_HOSPITAL = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
