import type { ConfiguredRule } from "../engine/configure";
import type { Severity } from "../engine/finding";
import { compilePattern, patternOf } from "../engine/patterns/compile";
import type { Pattern } from "../engine/patterns/patternSchema";
import type { Rule } from "../engine/rule";

/** A configured rule as plain data, for other threads, the cache and the files of shards. */
export interface PlainRule {
  id: string;
  severity: Severity;
  options: object;
  /** What the rule is made from, if a configuration brings it. */
  pattern: Pattern | null;
}

/** The different sets of rules among the files of a run: files name theirs by its index. */
export class RuleSets {
  readonly plain: PlainRule[][] = [];
  /** The same as JSON, for tasks: written once, and read once by each thread. */
  readonly json: string[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #known = new Map<readonly ConfiguredRule[], number>();

  indexOf(rules: readonly ConfiguredRule[]): number {
    const known = this.#known.get(rules);
    if (known !== undefined) return known;
    const plain = rules.map(({ rule, severity, options }) => ({
      id: rule.id,
      severity,
      options,
      pattern: patternOf(rule),
    }));
    const json = JSON.stringify(plain);
    let index = this.#indexes.get(json);
    if (index === undefined) {
      index = this.plain.push(plain) - 1;
      this.json.push(json);
      this.#indexes.set(json, index);
    }
    this.#known.set(rules, index);
    return index;
  }
}

/** The rules again, found by their ids or made from their data. */
export function resolveRules(
  plain: readonly PlainRule[],
  rules: ReadonlyMap<string, Rule>,
): ConfiguredRule[] {
  return plain.map(({ id, severity, options, pattern }) => {
    const rule = pattern ? compilePattern(pattern) : rules.get(id);
    if (!rule) throw new Error(`没有规则 ${id}`);
    return { rule, severity, options };
  });
}
