import { readFileSync } from "node:fs";
import { allRules } from "../../rules/index";
import { openSegmenter, type Segmenter } from "../words/segmenter";
import { growTree } from "../workspace/repository/tree";
import { EXIT_TROUBLE } from "./exitCodes";
import { packageFile } from "./packageFile";
import { type RepositoryOptions, readRepository } from "./repository";
import { showTree } from "./treeView";

export interface TreeCommandOptions extends RepositoryOptions {
  format: "pretty" | "json";
  color: boolean;
}

/** Rules that find something missing. */
const MISSING = allRules
  .map(({ id }) => id)
  .filter((id) => id.startsWith("missing-") || id === "annex-mismatch");

/** `gongwen-lint tree`: documents, what goes with them and what is missing; returns the exit code. */
export async function treeCommand(paths: string[], options: TreeCommandOptions): Promise<number> {
  const { collected, reports, hasUnknown } = await readRepository(paths, { ...options, rule: MISSING });
  const tree = growTree(collected, reports, { missingRules: new Set(MISSING), segmenter });
  const colour = options.color && process.stdout.isTTY === true && !process.env.NO_COLOR;
  const text =
    options.format === "json"
      ? `${JSON.stringify({ version: 1, ...tree }, null, 2)}\n`
      : showTree(tree, colour);
  process.stdout.write(text);
  return tree.unreadable.length > 0 || hasUnknown ? EXIT_TROUBLE : 0;
}

let opened: Segmenter | undefined;

function segmenter(): Segmenter {
  opened ??= openSegmenter(readFileSync(packageFile("dist", "words.bin")));
  return opened;
}
