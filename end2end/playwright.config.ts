import { defineConfig } from "@playwright/test";

// Every test runs on the tablet. Tagged @wall or @phone it runs there too; tagged @only-wall or @only-phone, there alone.
export default defineConfig({
  testDir: "specs",
  globalSetup: "./house/demo-hospital.ts",
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        // A closed network refuses what Chromium asks for by itself, and each refusal would be noise in a test.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    {
      name: "tablet",
      grepInvert: /@only-/,
      use: { viewport: { width: 1180, height: 820 }, hasTouch: true },
    },
    {
      name: "wall",
      grep: /@(only-)?wall\b/,
      use: { viewport: { width: 1920, height: 1080 } },
    },
    {
      name: "phone",
      grep: /@(only-)?phone\b/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
