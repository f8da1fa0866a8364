import { contractFinding, type LintOutput } from "./lintOutput";

/**
 * Newline-delimited JSON: one finding a line, as in the JSON contract but with its file's path, kind and nature; a file
 * that could not be checked has a line with `error` instead. For jq, log pipelines and tables of a data lake.
 */
export function ndjson({ files }: LintOutput): string {
  const lines = files.flatMap(({ path, kind, normative, error, findings }) => [
    ...(error === null ? [] : [{ path, error }]),
    ...findings.map((finding) => ({ path, kind, normative, ...contractFinding(finding) })),
  ]);
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
