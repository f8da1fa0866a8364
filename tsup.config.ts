import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { defineConfig, type Options } from "tsup";

/**
 * Everything that is pure JavaScript is bundled, so that a command starts with few files and an installed package brings
 * no tree of dependencies; readers and commands are chunks of their own and load on need.
 */
const shared: Options = {
  format: "esm",
  target: "node20",
  platform: "node",
  minify: true,
  splitting: true,
  clean: false,
  external: ["nodejieba", "jiti"],
  esbuildOptions(options) {
    // Its CommonJS build has no named exports behind import(); the ES build beside it is the same code.
    options.alias = { yaml: fileURLToPath(new URL("./node_modules/yaml/browser/index.js", import.meta.url)) };
  },
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  outDir: "dist",
};

/** Two builds: sharing chunks with the API would cut the command line into many small files, each of which costs start-up. */
export default defineConfig([
  { ...shared, entry: { cli: "linter/cli/main.ts", worker: "linter/cli/worker.ts" }, onSuccess: copyCMaps },
  {
    ...shared,
    entry: { index: "linter/index.ts", remark: "linter/remarkPlugin.ts", rules: "rules/index.ts" },
    dts: true,
  },
]);

/** The reader of PDF looks for the tables of predefined encodings beside the bundle; see linter/readers/pdf/pdfjs.ts. */
async function copyCMaps(): Promise<void> {
  await cp("node_modules/pdfjs-dist/cmaps", "dist/cmaps", { recursive: true });
}
