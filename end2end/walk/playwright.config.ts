// Walks over the boards with a program that marks what it calls (`cargo xtask seldom`).
import { defineConfig } from "@playwright/test";
import screens from "../playwright.config";

export default defineConfig({
  ...screens,
  testDir: ".",
  testMatch: "*.walk.ts",
  globalSetup: "../house/demo-hospital.ts",
  outputDir: "../test-results/walk",
});
