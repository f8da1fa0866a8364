import { defineConfig } from "tsup";

/**
 * The CLI and the Node API as bundles. Everything that is pure JavaScript is bundled, so that a command starts with few
 * files and an installed package brings no tree of dependencies; readers and commands are chunks of their own and load on need.
 */
export default defineConfig({
  entry: { cli: "linter/cli/main.ts", index: "linter/index.ts" },
  format: "esm",
  target: "node20",
  platform: "node",
  minify: true,
  splitting: true,
  clean: false,
  dts: { entry: { index: "linter/index.ts" } },
  external: ["nodejieba"],
  banner: ({ format }) =>
    format === "esm"
      ? { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' }
      : {},
  outDir: "dist",
});
