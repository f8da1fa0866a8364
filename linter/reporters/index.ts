import { json } from "./lintOutput";
import type { Reporter } from "./reporter";

/** Every output format with its reporter, loaded when it is asked for: most runs print one. JSON comes with the results. */
const REPORTERS = {
  pretty: async () => {
    const { pretty } = await import("./pretty");
    return (output, { ruleOf, colour, quiet }) =>
      pretty(output, {
        colour: colour === true,
        quiet: quiet === true,
        titleOf: (id) => ruleOf(id)?.title ?? "",
      });
  },
  json: async () => json,
  ndjson: async () => (await import("./ndjson")).ndjson,
  html: async () => (await import("./html/index")).html,
  xlsx: async () => (await import("./xlsx/index")).xlsx,
  docx: async () => (await import("./docx/index")).docx,
  csv: async () => (await import("./csv")).csv,
  sarif: async () => (await import("./sarif")).sarif,
  github: async () => (await import("./github")).github,
  gitlab: async () => (await import("./gitlab")).gitlab,
  junit: async () => (await import("./junit")).junit,
  checkstyle: async () => (await import("./checkstyle")).checkstyle,
  rdjson: async () => (await import("./rdjson")).rdjson,
} satisfies Record<string, () => Promise<Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;

export const reportFormats = Object.keys(REPORTERS) as readonly ReportFormat[];

/** Formats that are no text and so nothing for a terminal. */
export const documentFormats: ReadonlySet<ReportFormat> = new Set(["xlsx", "docx"]);

/** Formats that show the documents' text, where it is at hand. */
export const formatsWithText: ReadonlySet<ReportFormat> = new Set(["html"]);

export function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(REPORTERS, name);
}

/** A report in one piece. */
export async function wholeReport(report: ReturnType<Reporter>): Promise<string | Uint8Array<ArrayBuffer>> {
  const made = await report;
  if (typeof made === "string") return made;
  return made instanceof Uint8Array ? new Uint8Array(made) : [...made].join("");
}

export function loadReporter(format: ReportFormat): Promise<Reporter> {
  return REPORTERS[format]();
}
