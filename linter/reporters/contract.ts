/**
 * The two JSON contracts other programs depend on, version 1: what `lint --format json` and `inspect --format json`
 * print. Imported for its schemas by tests and by consumers; the tool itself takes only types from here, so that
 * zod is never loaded to print a result.
 */
import { z } from "zod";

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const severity = z.enum(["error", "warning", "info"]);
const span = { start: z.number().int().min(0), end: z.number().int().min(0) };
const place = z.object({ block: z.number().int().min(0), ...span });
const count = z.number().int().min(0);
/** 1-based; null where the format has no such thing. */
const position = z.number().int().min(1).nullable();

const location = z.object({
  line: position,
  column: position,
  endLine: position,
  endColumn: position,
  paragraph: position,
  page: position,
});

const fix = z.object({
  safety: z.enum(["safe", "unsafe", "suggestion"]),
  title: z.string(),
  edits: z.array(z.object({ place, text: z.string(), location: location.optional() })),
});

/** 问题 */
export const findingSchema = z.object({
  ruleId: z.string(),
  severity,
  message: z.string().min(1),
  quote: z.string(),
  place,
  location,
  basis: z.array(z.string()),
  suggestions: z.array(z.string()),
  fix: fix.nullable(),
  url: z.string(),
});

/** 校核结果: `gongwen-lint lint --format json` */
export const lintOutputSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.literal("gongwen-lint"), version: z.string() }),
  asOf: z.union([isoDate, z.literal("document")]),
  registry: z.object({ asOf: isoDate, count }),
  files: z.array(
    z.object({
      path: z.string(),
      kind: z.string().nullable(),
      normative: z.boolean(),
      error: z.string().nullable(),
      findings: z.array(findingSchema),
      /** The date the file was judged on and why; null when it could not be read. */
      asOf: z.object({ date: isoDate, from: z.enum(["today", "given", "document"]) }).nullish(),
      notes: z.array(z.string()).optional(),
    }),
  ),
  counts: z.object({ files: count, unreadable: count, error: count, warning: count, info: count }),
  /** Only when a baseline was given. */
  baseline: z.object({ covered: count, unused: count }).optional(),
});

const judgement = z.object({ value: z.boolean(), because: z.array(z.string()).min(1) });
const source = z.enum(["text", "front-matter", "sidecar", "manifest", "form", "web-table"]).nullable();
const evidence = z.object({ present: z.boolean(), quote: z.string().nullable(), source });

/** 识别结果 of one file */
export const inspectedFileSchema = z.object({
  path: z.string(),
  kind: z.string().nullable(),
  normative: judgement,
  policy: judgement,
  elements: z.object({
    docNumber: z.string().nullable(),
    issuer: z.string().nullable(),
    title: z.string().nullable(),
    addressees: z.string().nullable(),
    signatory: z.string().nullable(),
    date: isoDate.nullable(),
    securityClass: z.string().nullable(),
    urgency: z.string().nullable(),
    note: z.string().nullable(),
    attachments: z.array(z.string()),
  }),
  disclosure: z.object({
    value: z.enum(["主动公开", "依申请公开", "不予公开"]).nullable(),
    quote: z.string().nullable(),
    source,
  }),
  legalityReview: evidence,
  interpretation: evidence,
  citations: z.array(
    z.object({
      quote: z.string().min(1),
      title: z.string().nullable(),
      articles: z.array(z.string()),
      versionNote: z.string().nullable(),
      number: z.string().nullable(),
      resolved: z
        .object({
          title: z.string(),
          status: z.enum(["in-force", "repealed", "not-yet-in-force", "unknown"]),
          replacedBy: z.string().nullable(),
        })
        .nullable(),
      location: z.object({ line: position, column: position }),
    }),
  ),
});

/** `gongwen-lint inspect --format json` */
export const inspectOutputSchema = z.object({ version: z.literal(1), files: z.array(inspectedFileSchema) });

export type LintOutput = z.infer<typeof lintOutputSchema>;
export type InspectedFile = z.infer<typeof inspectedFileSchema>;
export type InspectOutput = z.infer<typeof inspectOutputSchema>;
