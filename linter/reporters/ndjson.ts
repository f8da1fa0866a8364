import { contractFinding, type ReportInput } from "./lintOutput";

/**
 * Newline-delimited JSON: one finding a line, as in the JSON contract but with its file's path, kind and nature; a file
 * that could not be checked has a line with `error` instead. For jq, log pipelines and tables of a data lake.
 */
export function* ndjson({ files }: ReportInput): Generator<string> {
  for (const { path, kind, normative, error, findings } of files) {
    if (error !== null) yield toLine({ path, error });
    for (const finding of findings) yield toLine({ path, kind, normative, ...contractFinding(finding) });
  }
}

function toLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
