import type {
  Artifact,
  Log,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
  Location as SarifLocation,
} from "sarif";
import type { Location } from "../document/place";
import type { Finding, Severity } from "../engine/finding";
import { fingerprints } from "../engine/fingerprint";
import { paragraphText, wholeText } from "./findingText";
import { jsonText, Listed } from "./jsonText";
import type { FileResult, ReportInput } from "./lintOutput";
import type { ReportSettings, RuleText } from "./reporter";

const LEVELS: Record<Severity, "error" | "warning" | "note"> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** A log whose long lists are written item by item. */
type LongLog = Omit<Log, "runs"> & {
  runs: (Omit<Log["runs"][number], "artifacts" | "results"> & {
    artifacts: Listed<FileResult, Artifact>;
    results: Listed<FileResult, Result>;
  })[];
};

/**
 * SARIF 2.1.0 (OASIS): for code scanning on GitHub, Azure DevOps and viewers. Fingerprints are the baseline's, so that a
 * finding keeps its identity while lines move. A file that could not be checked is a notification, and the run failed.
 */
export function sarif(output: ReportInput, { ruleOf }: ReportSettings): Iterable<string> {
  const { tool, files, asOf, registry } = output;
  const used = new Set<string>();
  const notifications: Notification[] = [];
  for (const file of files) {
    for (const { ruleId } of file.findings) used.add(ruleId);
    notifications.push(...troubleOf(file));
  }
  const ids = [...used].sort();
  const log: LongLog = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            semanticVersion: tool.version,
            language: "zh-CN",
            rules: ids.map((id) => describeRule(id, ruleOf(id))),
          },
        },
        invocations: [
          { executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications },
        ],
        columnKind: "utf16CodeUnits",
        artifacts: new Listed(files, (file) => [artifactOf(file)]),
        results: new Listed(files, (file, index) => resultsOf(file, index, ids)),
        properties: { asOf, registry },
      },
    ],
  };
  return jsonText(log);
}

function describeRule(id: string, rule: RuleText | undefined): ReportingDescriptor {
  if (!rule) return { id };
  const help = [rule.description.trim(), ...rule.basis.map((basis) => `- 依据：${basis}`)].join("\n\n");
  return {
    id,
    name: rule.title,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description.trim() },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: ["公文"] },
  };
}

function artifactOf({ path, kind, normative }: FileResult): Artifact {
  return { location: { uri: toUri(path) }, properties: { kind, normative } };
}

function troubleOf({ path, error }: FileResult): Notification[] {
  if (error === null) return [];
  return [
    {
      level: "error",
      message: { text: error },
      locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) } } }],
    },
  ];
}

function resultsOf({ path, findings }: FileResult, file: number, ids: readonly string[]): Result[] {
  const marks = fingerprints(findings);
  return findings.map((finding, index) => {
    const fix = fixOf(path, finding);
    return {
      ruleId: finding.ruleId,
      ruleIndex: ids.indexOf(finding.ruleId),
      level: LEVELS[finding.severity],
      message: { text: wholeText(finding) },
      locations: [locationOf(path, file, finding)],
      partialFingerprints: { "gongwenLint/v1": marks[index] as string },
      ...(fix ? { fixes: [fix] } : {}),
      properties: { quote: finding.quote, basis: finding.basis, suggestions: finding.suggestions },
    };
  });
}

function locationOf(path: string, index: number, finding: Finding): SarifLocation {
  const region = regionOf(finding.location);
  return {
    physicalLocation: { artifactLocation: { uri: toUri(path), index }, ...(region ? { region } : {}) },
    logicalLocations: [{ name: paragraphText(finding), kind: "paragraph" }],
  };
}

/** Undefined in formats without lines. */
function regionOf({ line, column, endLine, endColumn }: Location): Region | undefined {
  if (line === null || column === null || endLine === null || endColumn === null) return undefined;
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Only what may be applied, and only where every edit has its place in the source. */
function fixOf(path: string, { fix }: Finding): SarifFix | null {
  if (!fix || fix.safety === "suggestion") return null;
  const replacements = fix.edits.flatMap(({ location, text }) => {
    const deletedRegion = location && regionOf(location);
    return deletedRegion ? [{ deletedRegion, insertedContent: { text } }] : [];
  });
  if (replacements.length === 0 || replacements.length < fix.edits.length) return null;
  return {
    description: { text: fix.title },
    artifactChanges: [{ artifactLocation: { uri: toUri(path) }, replacements }],
  };
}

/** A URI reference: relative to the repository, or file:// for absolute paths. */
function toUri(path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf("/"))}`;
  return path.startsWith("/") ? `file://${encoded}` : encoded;
}
