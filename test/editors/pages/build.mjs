/** Bundles each editor's page into the folder that is named: one script, one style sheet, one HTML file. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const [, , out = join(here, "dist")] = process.argv;
const names = readdirSync(join(here, "src"))
  .map((file) => basename(file, ".ts"))
  .filter((name) => name !== "draft");

await build({
  entryPoints: names.map((name) => join(here, "src", `${name}.ts`)),
  outdir: out,
  bundle: true,
  format: "esm",
  target: "chrome109",
  minify: true,
  define: { "process.env.NODE_ENV": '"production"' },
  loader: { ".svg": "dataurl", ".woff": "dataurl", ".woff2": "dataurl" },
  logLevel: "warning",
});

mkdirSync(out, { recursive: true });
for (const name of names) {
  const style = existsSync(join(out, `${name}.css`)) ? `<link rel="stylesheet" href="/${name}.css">` : "";
  writeFileSync(
    join(out, `${name}.html`),
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title>${style}
<style>body{margin:24px;font:16px/1.8 sans-serif}#editor{max-width:900px}</style></head>
<body><div id="editor"></div><script type="module" src="/${name}.js"></script></body></html>
`,
  );
}
