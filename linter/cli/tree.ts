import { existsSync, readFileSync } from "node:fs";
import { allRules } from "../../rules/index";
import { today } from "../engine/judgementDate";
import { extensions } from "../readers/index";
import { openSegmenter, type Segmenter } from "../words/segmenter";
import { finish } from "../workspace/finish";
import { collectFiles } from "../workspace/lintFiles";
import { findFiles } from "../workspace/node/findFiles";
import { growTree } from "../workspace/repository/tree";
import { EXIT_TROUBLE } from "./exitCodes";
import { packageFile } from "./packageFile";
import { openProject, type ProjectOptions } from "./project";
import { openRunner, type RunnerOptions } from "./runner";
import { showTree } from "./treeView";

export interface TreeCommandOptions extends ProjectOptions, RunnerOptions {
  asOf: string;
  format: "pretty" | "json";
  color: boolean;
}

/** Rules that find something missing. */
const MISSING = allRules
  .map(({ id }) => id)
  .filter((id) => id.startsWith("missing-") || id === "annex-mismatch");

/** `gongwen-lint tree`: documents, what goes with them and what is missing; returns the exit code. */
export async function treeCommand(paths: string[], options: TreeCommandOptions): Promise<number> {
  const found = await findFiles(paths.length > 0 ? paths : ["."], extensions);
  for (const name of found.unknown) process.stderr.write(`没有这个文件或文件夹：${name}\n`);
  const project = await openProject(found.wanted, { ...options, rule: MISSING });
  const wanted = new Set(found.wanted.filter((path) => !project.ignores(path)));
  const { rulesFor, laws, knownRules } = project;
  const run = { project, asOf: options.asOf, today: today(), read: {}, onFile: () => {}, onDisk: true };
  const runner = await openRunner(found.files, options, run);
  try {
    const collected = await collectFiles(found.files, {
      ...run,
      rulesFor,
      laws,
      // Companions beside a file named by itself are shown with it.
      wanted: (path) => wanted.has(path) || !found.wanted.includes(path),
      exists: existsSync,
      runner,
    });
    const reports = finish(collected, { rulesFor, knownRules });
    const tree = growTree(collected, reports, { missingRules: new Set(MISSING), segmenter });
    const colour = options.color && process.stdout.isTTY === true && !process.env.NO_COLOR;
    const text =
      options.format === "json"
        ? `${JSON.stringify({ version: 1, ...tree }, null, 2)}\n`
        : showTree(tree, colour);
    process.stdout.write(text);
    return tree.unreadable.length > 0 || found.unknown.length > 0 ? EXIT_TROUBLE : 0;
  } finally {
    await runner.close();
  }
}

let opened: Segmenter | undefined;

function segmenter(): Segmenter {
  opened ??= openSegmenter(readFileSync(packageFile("dist", "words.bin")));
  return opened;
}
