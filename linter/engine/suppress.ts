import type { DocumentComment, OfficialDocument } from "../document/document";
import { lineAndColumn } from "../document/locate";
import type { Location, Place } from "../document/place";
import type { Finding, Severity } from "./finding";
import type { Rule } from "./rule";
import { compareFindings } from "./run";

/** 例外: one rule taken back for a stretch of a document, with the reason. */
export interface Suppression {
  ruleId: string;
  /** Blocks it covers; `to` is exclusive, END for the end of the document. */
  from: number;
  to: number;
  /** Where it is written, for reports about itself. */
  place: Place;
  location: Location;
  /** As it is written. */
  quote: string;
}

/** What a document's comments say: exceptions, and findings on comments that make none. */
export interface WrittenSuppressions {
  suppressions: Suppression[];
  findings: Finding[];
}

/** Which rules can be told apart from misspelt or switched-off ones. */
export interface RulesInPlay {
  /** Was the rule run on this document? An exception from another is neither used nor unused. */
  ran: (ruleId: string) => boolean;
  /** Is there such a rule at all? Left out: rules that were not run are not judged. */
  exists?: (ruleId: string) => boolean;
}

/** The engine's own findings on exceptions; documented in docs/suppressions.md. */
export const SUPPRESSION_RULES: readonly Pick<Rule, "id" | "title" | "severity" | "description" | "basis">[] =
  [
    {
      id: "unused-suppression",
      title: "例外没有用到",
      severity: "info",
      description: "注释或者材料清单里写了例外，但这里没有这条规则的问题，或者写法不对。应当删去或者改正。",
      basis: [],
    },
    {
      id: "suppression-without-reason",
      title: "例外没有写理由",
      severity: "warning",
      description: "例外应当写明理由，否则不起作用，问题照常报告。",
      basis: [],
    },
  ];

/** The end of a document, as a block; finite, so that JSON carries it. */
export const END = Number.MAX_SAFE_INTEGER;

const DIRECTIVE = /^gongwen-lint-(disable-next|disable|enable)(?![\w-])\s*([\s\S]*)$/;
const RULES_AND_REASON = /^([a-z][a-z0-9/-]*(?:\s*[,，、]\s*[a-z][a-z0-9/-]*)*)\s*(?:[:：]\s*([\s\S]*))?$/;

/**
 * Reads the exceptions a document states in comments: `gongwen-lint-disable-next RULE: reason` for the paragraph behind
 * it, `gongwen-lint-disable RULE: reason` up to `gongwen-lint-enable RULE` or the end. What is wrong about them
 * comes back as findings.
 */
export function readSuppressions(document: OfficialDocument): WrittenSuppressions {
  const suppressions: Suppression[] = [];
  const findings: Finding[] = [];
  for (const comment of document.comments ?? []) {
    const written = whereWritten(comment, document);
    const [, verb, rest = ""] = DIRECTIVE.exec(comment.text) ?? [];
    const [, names, reason] = RULES_AND_REASON.exec(rest) ?? [];
    const ruleIds = names?.split(/\s*[,，、]\s*/) ?? [];
    const from = comment.block;
    if (verb === "enable" && (names || rest === "")) {
      const closed = suppressions.filter(
        ({ to, ruleId }) => to === END && (rest === "" || ruleIds.includes(ruleId)),
      );
      for (const suppression of closed) suppression.to = from;
      if (closed.length === 0)
        findings.push(aboutSuppression(written, "unused-suppression", "前面没有对应的 gongwen-lint-disable"));
    } else if (verb === undefined || !names) {
      findings.push(
        aboutSuppression(
          written,
          "unused-suppression",
          "看不懂这条注释，应写成“gongwen-lint-disable-next 规则: 理由”",
        ),
      );
    } else if (!reason) {
      findings.push(aboutSuppression(written, "suppression-without-reason", "例外没有写理由，不起作用"));
    } else {
      const to = verb === "disable-next" ? from + 1 : END;
      suppressions.push(...ruleIds.map((ruleId) => ({ ruleId, from, to, ...written })));
    }
  }
  return { suppressions, findings };
}

/** Takes out the findings for which there is an exception. `unused` holds findings on exceptions that met nothing. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  rules: RulesInPlay,
): { findings: Finding[]; unused: Finding[] } {
  const used = new Set<Suppression>();
  const left = findings.filter(({ ruleId, place }) => {
    const covering = suppressions.find(
      (candidate) =>
        candidate.ruleId === ruleId && candidate.from <= place.block && place.block < candidate.to,
    );
    if (covering) used.add(covering);
    return !covering;
  });
  const unused = suppressions.flatMap((suppression) => {
    const { ruleId } = suppression;
    if (used.has(suppression)) return [];
    if (rules.exists?.(ruleId) === false)
      return [aboutSuppression(suppression, "unused-suppression", `例外里的规则 ${ruleId} 不存在`)];
    if (!rules.ran(ruleId)) return [];
    return [
      aboutSuppression(suppression, "unused-suppression", `这里没有规则 ${ruleId} 的问题，例外没有用到`),
    ];
  });
  return { findings: left, unused };
}

/** A document's findings after its exceptions, with what is to be said of the exceptions themselves. */
export function suppressByComments(
  findings: readonly Finding[],
  document: OfficialDocument,
  rules: RulesInPlay,
): readonly Finding[] {
  if (!document.comments?.length) return findings;
  const read = readSuppressions(document);
  const result = suppress(findings, read.suppressions, rules);
  return [...result.findings, ...result.unused, ...read.findings].sort(compareFindings);
}

type Written = Pick<Suppression, "place" | "location" | "quote">;

function whereWritten({ text, block, source }: DocumentComment, document: OfficialDocument): Written {
  const last = Math.max(document.blocks.length - 1, 0);
  const place = { block: Math.min(block, last), start: 0, end: 0 };
  const { line, column } = document.lineStarts
    ? lineAndColumn(document.lineStarts, source)
    : { line: null, column: null };
  const location = { line, column, endLine: line, endColumn: column, paragraph: place.block + 1, page: null };
  return { place, location, quote: text };
}

/** A finding about an exception itself. */
export function aboutSuppression(
  { place, location, quote }: Written,
  ruleId: string,
  message: string,
): Finding {
  const severity: Severity = ruleId === "suppression-without-reason" ? "warning" : "info";
  return {
    ruleId,
    severity,
    message,
    quote,
    sentence: { text: quote, start: 0, end: quote.length },
    place,
    location,
    basis: [],
    suggestions: [
      severity === "warning" ? "在规则名称后面加冒号，写明理由" : "删去这条例外，或者改正规则名称和位置",
    ],
    fix: null,
    url: "docs/suppressions.md",
  };
}
