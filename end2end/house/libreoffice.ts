// A workbook as LibreOffice reads it: a reader that knows nothing of how it was written.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Comma, double quotes, UTF-8, from the first line, cells as they are shown, every sheet a file. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

const NAME = "book";

/** The rows of each sheet by its name, each cell in the words that are shown. */
export function sheetsOf(workbook: string): Map<string, string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "homeward-workbook-"));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const [book, out] = [join(folder, `${NAME}.xlsx`), join(folder, "sheets")];
    copyFileSync(workbook, book);
    execFileSync("soffice", [profile, "--headless", "--convert-to", CSV, "--outdir", out, book], { stdio: "pipe" });
    // One file a sheet, named after the workbook and the sheet.
    const sheet = (file: string) => file.slice(`${NAME}-`.length, -".csv".length);
    return new Map(readdirSync(out).map((file) => [sheet(file), rows(readFileSync(join(out, file), "utf8"))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rows(csv: string): string[][] {
  return csv.trimEnd().split("\n").map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ""));
}
