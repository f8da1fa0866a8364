import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "wxt";

/** Written by `npm run build:data`. The background reads the registry of laws when the first draft is opened, the dictionary only for rules that ask where words begin. */
const DATA = ["registry.utf16", "words.bin"] as const;

const CMAPS = resolve(import.meta.dirname, "node_modules/pdfjs-dist/cmaps");

const NAMED_CHARACTERS = resolve(
  import.meta.dirname,
  "node_modules/decode-named-character-reference/index.js",
);

/** Set so that it never tries to compile code, which the policy of extension pages forbids. */
const ZOD = resolve(import.meta.dirname, "entrypoints/shared/zod.ts");

export default defineConfig({
  entrypointsDir: "entrypoints",
  publicDir: "entrypoints/public",
  imports: false,
  targetBrowsers: ["chrome", "edge", "firefox"],
  // Offices still use browsers built on Chromium 109.
  vite: () => ({
    build: { target: "chrome109" },
    // Readers of formats are loaded when the first such file comes.
    worker: { format: "es" },
    resolve: {
      alias: [
        // For browsers this package would ask the DOM, by innerHTML, and a worker has none; its other half needs only its list.
        { find: "decode-named-character-reference", replacement: NAMED_CHARACTERS },
        { find: /^zod$/, replacement: ZOD },
      ],
    },
  }),
  manifest: ({ browser }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "zh_CN",
    permissions: ["activeTab", "scripting", "storage"],
    optional_host_permissions: ["*://*/*"],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'",
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "gongwen-lint@gongwen-lint.invalid",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : { minimum_chrome_version: "109", storage: { managed_schema: "managed_schema.json" } }),
  }),
  hooks: {
    "build:publicAssets": (_wxt, files) => {
      for (const name of DATA) {
        const path = resolve(import.meta.dirname, "dist", name);
        if (!existsSync(path)) throw new Error(`${path} is missing: run npm run build:data first`);
        files.push({ absoluteSrc: path, relativeDest: name });
      }
      // Beside the chunks of workers, where the reader of PDF looks for the tables of predefined encodings.
      for (const name of readdirSync(CMAPS))
        files.push({ absoluteSrc: resolve(CMAPS, name), relativeDest: `assets/cmaps/${name}` });
    },
  },
});
