// Measures: one after the other, on the tablet, with nothing recorded beside them.
import { defineConfig } from "@playwright/test";
import screens from "../playwright.config";

export default defineConfig({
  testDir: ".",
  testMatch: "*.measure.ts",
  globalSetup: "../house/demo-hospital.ts",
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 30_000 },
  reporter: [["./table.ts"]],
  outputDir: "../test-results/measure",
  use: {
    ...screens.use,
    trace: "off",
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
  },
});
