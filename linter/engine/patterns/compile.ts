import type { Block } from "../../document/block";
import type { Span } from "../../document/place";
import type { DocumentFacts } from "../../facts/documentFacts";
import type { Report } from "../finding";
import type { Rule, RuleContext } from "../rule";
import type { Pattern } from "./patternSchema";
import { isWhole } from "./wordBoundaries";

/** A rule made from data, with the data, from which another thread can make it again. */
export interface PatternRule extends Rule {
  pattern: Pattern;
}

/** The data a rule was made from; null for a rule of the program. */
export function patternOf(rule: Rule): Pattern | null {
  return (rule as Partial<PatternRule>).pattern ?? null;
}

/** Is it the id of a rule that a configuration brings, not the program? The program has no local/…. */
export function isPatternId(id: string): boolean {
  return id.startsWith("local/");
}

/** The rules again, with words that those which ask for boundaries are to know. */
export function withOwnWords(rules: readonly Rule[], ownWords: readonly string[]): readonly Rule[] {
  if (ownWords.length === 0) return rules;
  return rules.map((rule) => {
    const pattern = patternOf(rule);
    return pattern?.boundaries ? compilePattern({ ...pattern, ownWords }) : rule;
  });
}

/** Makes a rule like any other from its data. */
export function compilePattern(pattern: Pattern): PatternRule {
  const find = pattern.absent ? null : finder(pattern);
  return {
    pattern,
    id: pattern.id,
    title: pattern.title,
    group: "style",
    severity: pattern.severity,
    basis: pattern.basis,
    description: pattern.description ?? "本单位在配置中自定的规则。",
    examples: { good: [], bad: [] },
    defaults: {},
    needsWhole: pattern.absent !== undefined,
    check(context) {
      const { kind } = context.facts;
      if (pattern.kinds.length > 0 && (kind === null || !pattern.kinds.includes(kind))) return [];
      return find ? reportMatches(context, pattern, find) : reportAbsence(context, pattern);
    },
  };
}

interface Match extends Span {
  /** What to write instead; null where the rule does not say. */
  replacement: string | null;
}

type Find = (text: string) => Iterable<Match>;

function finder({ words, regex = "", replacement, except, boundaries, ownWords = [] }: Pattern): Find {
  const instead = words && !Array.isArray(words) ? new Map(Object.entries(words)) : null;
  const list = words ? (instead ? [...instead.keys()] : (words as string[])) : null;
  const source = list ? alternatives(list) : regex;
  const exceptions = except.length > 0 ? new RegExp(alternatives(except), "gu") : null;
  return function* (text) {
    const inOrder = exceptions ? [...text.matchAll(exceptions)].map(spanOf) : [];
    for (const match of text.matchAll(new RegExp(source, "gu"))) {
      const span = spanOf(match);
      if (span.end === span.start) continue;
      if (inOrder.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
      if (boundaries && !isWhole(text, span.start, span.end, ownWords)) continue;
      yield { ...span, replacement: instead?.get(match[0]) ?? expand(replacement, match) };
    }
  };
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** The longest first, so that 国家工商局 is not found as 工商局. */
function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => (sign === "-" ? "\\x2d" : `\\${sign}`)))
    .join("|");
}

/** $1 … $9 stand for groups. */
function expand(replacement: string | undefined, match: RegExpExecArray): string | null {
  return replacement?.replace(/\$([1-9])/g, (_, group) => match[Number(group)] ?? "") ?? null;
}

function* reportMatches({ document, facts }: RuleContext<object>, pattern: Pattern, find: Find) {
  for (const [index, block] of document.blocks.entries()) {
    const scope = scopeOf(block, index, facts);
    if (scope === null || !pattern.scope.includes(scope)) continue;
    for (const { start, end, replacement } of find(block.text)) {
      const place = { block: index, start, end };
      const match = block.text.slice(start, end);
      yield {
        place,
        message: messageOf(pattern, match, replacement),
        suggestions: [
          pattern.advice ??
            (replacement === null
              ? "按本单位的要求修改。"
              : replacement === ""
                ? "删去。"
                : `改为“${replacement}”。`),
        ],
        fix:
          replacement === null
            ? null
            : {
                safety: pattern.fix,
                title: replacement === "" ? `删去“${match}”` : `改为“${replacement}”`,
                edits: [{ place, text: replacement }],
              },
      } satisfies Report;
    }
  }
}

function messageOf({ message, title }: Pattern, match: string, replacement: string | null): string {
  const template =
    message ?? (replacement ? `${title}：“{match}”应为“{replacement}”。` : `${title}：“{match}”。`);
  return template.replace(/\{(match|replacement)\}/g, (_, name) =>
    name === "match" ? match : (replacement ?? ""),
  );
}

/** The words may be broken over lines, or have blanks in them. */
function* reportAbsence({ document }: RuleContext<object>, pattern: Pattern): Generator<Report> {
  const words = pattern.absent ?? [];
  const text = document.blocks.map((block) => block.text.replace(/\s/g, "")).join("\n");
  if (words.some((word) => text.includes(word.replace(/\s/g, "")))) return;
  const names = words.map((word) => `“${word}”`).join("、");
  yield {
    message: pattern.message ?? `${pattern.title}：全文没有${names}。`,
    suggestions: [pattern.advice ?? `写明${names}${words.length > 1 ? "之一" : ""}。`],
  };
}

function scopeOf(block: Block, index: number, facts: DocumentFacts): Pattern["scope"][number] | null {
  if (facts.elements.title?.place?.block === index) return "title";
  switch (block.role) {
    case "code":
      return null;
    case "table-cell":
      return "table";
    case "header":
    case "footer":
    case "footnote":
      return "notes";
    default:
      return "body";
  }
}
