import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Another linter that reads the same Markdown files. */
export interface Peer {
  name: string;
  /** Arguments of Node, run in the folder of the files. */
  args(): string[];
  /** Files of its configuration, put beside the documents. */
  config?: Readonly<Record<string, string>>;
}

const folder = fileURLToPath(new URL("peers", import.meta.url));
const program = (path: string) => `${folder}/node_modules/${path}`;

export const peers: readonly Peer[] = [
  {
    name: "textlint",
    args: () => [program("textlint/bin/textlint.js"), "--rules-base-directory", program(""), "**/*.md"],
    config: { ".textlintrc.json": '{"rules":{"max-comma":true}}' },
  },
  {
    name: "remark-lint",
    args: () => [
      program("remark-cli/cli.js"),
      "--no-stdout",
      "--quiet",
      "--use",
      program("remark-preset-lint-recommended/index.js"),
      ".",
    ],
  },
  {
    name: "markdownlint-cli2",
    args: () => [program("markdownlint-cli2/markdownlint-cli2-bin.mjs"), "**/*.md"],
  },
  { name: "zhlint", args: () => [program("zhlint/bin/index.js"), "**/*.md"] },
  { name: "autocorrect", args: () => [program("autocorrect-node/cli.js"), "--lint", "."] },
  { name: "lint-md", args: () => [program("@lint-md/cli/lib/src/lint-md.js"), "**/*.md"] },
];

/** Installs them as the lock file says, once; this is the only step that needs a registry. */
export function installPeers(): void {
  if (existsSync(program("textlint"))) return;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the other linters could not be installed");
}
