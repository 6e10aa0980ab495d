// A PDF as a validator of PDF/UA-1 reads it, which knows nothing of how it was written.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The rules of PDF/UA-1 (ISO 14289-1) that the file breaks, each with what is wrong. */
export function barriersIn(pdf: Buffer): string[] {
  const folder = mkdtempSync(join(tmpdir(), "homeward-pdf-"));
  try {
    const file = join(folder, "file.pdf");
    writeFileSync(file, pdf);
    const python = join(import.meta.dirname, "../.venv/bin/python");
    const said = execFileSync(python, [join(import.meta.dirname, "pdf_ua.py"), file], { encoding: "utf8" });
    return said.split("\n").filter((line) => line !== "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
