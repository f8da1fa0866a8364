import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/editors/**", "test/openxml/**", "test/bench/**"],
          setupFiles: ["test/support/setup.ts"],
          testTimeout: 60_000,
        },
      },
      {
        // Asks Microsoft's Open XML SDK what it makes of written files; see test/openxml/README.md.
        test: {
          name: "openxml",
          globalSetup: ["test/openxml/install.ts"],
          include: ["test/openxml/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        // Drives the built extension in a real Chromium; see test/editors/README.md.
        test: {
          name: "browser",
          globalSetup: ["test/editors/harness/globalSetup.ts"],
          include: ["test/editors/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          retry: 0,
        },
      },
    ],
  },
});
