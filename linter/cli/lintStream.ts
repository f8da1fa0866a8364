import { once } from "node:events";
import split from "split2";
import { today } from "../engine/judgementDate";
import { atLeast } from "../engine/run";
import { contractFile } from "../reporters/lintOutput";
import { unchecked } from "../workspace/fileReport";
import { type FileReport, isManifest, lintFiles } from "../workspace/lintFiles";
import type { SourceFile } from "../workspace/load";
import { EXIT_FINDINGS, EXIT_TROUBLE } from "./exitCodes";
import type { OutcomeOptions } from "./outcome";
import { openProject, type ProjectOptions } from "./project";

export interface LintStreamOptions extends ProjectOptions, OutcomeOptions {
  rule?: string[];
  asOf: string;
  revisions: "accepted" | "original";
}

/**
 * `lint --stdin-ndjson`: a filter. Each line of standard input is a document, {"path", "text"} or {"path", "base64"}; each
 * line of standard output its report, in the same order. A line that is no document gets a line with its number and
 * the error. Holds one document at a time and waits for whoever reads. Returns the exit code.
 */
export async function lintStreamCommand(options: LintStreamOptions): Promise<number> {
  // The settings of the working directory hold for all lines: their paths need not be of this machine.
  const here = "标准输入.txt";
  const { laws, rulesFor, troubleOf, knownRules } = await openProject([here], options);
  const rules = rulesFor(here);
  const wrong = troubleOf(here);
  const settings = {
    rulesFor: () => rules,
    laws,
    asOf: options.asOf,
    today: today(),
    read: { revisions: options.revisions },
    knownRules,
  };
  let trouble = false;
  let failing = false;
  let number = 0;
  // Not by readline, to which U+2028 inside a text ends the line in newer versions of Node.
  for await (const line of process.stdin.pipe(split()) as AsyncIterable<string>) {
    number++;
    if (line.trim() === "") continue;
    const file = readLine(line);
    if (typeof file === "string") {
      trouble = true;
      process.stderr.write(`第 ${number} 行：${file}\n`);
      await write({ line: number, error: file });
      continue;
    }
    const reports = wrong === null ? lintFiles([file], settings) : [unchecked(file.path, wrong)];
    for await (const report of reports) {
      if (report.error !== null) trouble = true;
      failing ||= fails(report, options);
      await write(contractFile(report));
    }
  }
  return trouble ? EXIT_TROUBLE : failing ? EXIT_FINDINGS : 0;
}

function fails({ findings }: FileReport, { failOn }: LintStreamOptions): boolean {
  return failOn !== "none" && findings.some(({ severity }) => atLeast(severity, failOn));
}

async function write(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, "drain");
}

/** The document of a line, or what is wrong with it, in Chinese. */
function readLine(line: string): SourceFile | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "不是 JSON";
  }
  const { path, text, base64 } = (value ?? {}) as Record<string, unknown>;
  if (typeof path !== "string" || path === "") return "缺少 path（文件名，用来判断格式）";
  if (isManifest(path)) return "材料清单不是公文，不能逐行检查";
  if ((typeof text === "string") === (typeof base64 === "string"))
    return "text 和 base64 应当有一个，且只有一个";
  if (typeof base64 === "string" && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(base64)) return "base64 的内容不对";
  const bytes =
    typeof text === "string"
      ? new TextEncoder().encode(text)
      : new Uint8Array(Buffer.from(base64 as string, "base64"));
  return { path: path.replaceAll("\\", "/"), read: async () => bytes };
}
