import type { Block } from "../../document/block";
import type { DisclosureStatement } from "../blockFacts";
import type { Placed } from "../documentFacts";
import { reasonBehind } from "./terms";

type Statement = Placed<DisclosureStatement>;

/** A reason stands at most this many blocks behind its class. */
const REASON_REACH = 3;

/**
 * Puts together what a form spreads over several blocks: label and value cells, options on lines of their own, a
 * reason in the next field. `statements` are those of all blocks in document order; so is the answer.
 */
export function joinDisclosure(blocks: readonly Block[], statements: readonly Statement[]): Statement[] {
  if (statements.length === 0) return [];
  return withReasons(blocks, mergeOptions(joinLabels(blocks, statements)));
}

/** 公开属性 in one cell (or line), 主动公开 in the next or below: the value becomes evidence, the label goes. */
function joinLabels(blocks: readonly Block[], statements: readonly Statement[]): Statement[] {
  const joined = new Map<Statement, Statement | null>();
  for (const label of statements) {
    if (label.form !== "form-line" || label.value !== null) continue;
    const value = valueFor(blocks, label, statements);
    if (!value) continue;
    joined.set(label, null);
    if (value.form === "form-line") joined.set(value, { ...value, standing: "evidence" });
  }
  return statements
    .map((statement) => (joined.has(statement) ? (joined.get(statement) ?? null) : statement))
    .filter((statement): statement is Statement => statement !== null);
}

function valueFor(
  blocks: readonly Block[],
  label: Statement,
  statements: readonly Statement[],
): Statement | null {
  const cell = blocks[label.block]?.cell;
  const values = statements.filter(
    (one) =>
      one !== label &&
      (one.form === "options" || (one.form === "form-line" && one.value !== null && !isReason(blocks, one))),
  );
  if (!cell) return values.find(({ block }) => block === label.block + 1 && !blocks[block]?.cell) ?? null;
  const cellOf = ({ block }: Statement) => {
    const other = blocks[block]?.cell;
    return other?.table === cell.table ? other : undefined;
  };
  const beside = values.find(
    (one) => cellOf(one)?.row === cell.row && cellOf(one)?.column === cell.column + 1,
  );
  if (beside) return beside;
  // A column of several classes is a catalogue of other documents.
  const below = values.filter(
    (one) => cellOf(one)?.column === cell.column && (cellOf(one)?.row ?? -1) > cell.row,
  );
  return below.length === 1 && cellOf(below[0] as Statement)?.row === cell.row + 1
    ? (below[0] as Statement)
    : null;
}

/** □主动公开 ⏎ ☑依申请公开 ⏎ □不予公开: one list; an open box next to a ticked one says nothing. */
function mergeOptions(statements: readonly Statement[]): Statement[] {
  const merged: Statement[] = [];
  for (let i = 0; i < statements.length; ) {
    const list: Statement[] = [];
    for (; statements[i]?.form === "options"; i++) {
      const statement = statements[i] as Statement;
      if (list.length > 0 && statement.block - (list.at(-1) as Statement).block > 1) break;
      list.push(statement);
    }
    const ticked = list.filter(({ value }) => value !== null);
    if (list.length > 0) merged.push(...(ticked.length > 0 ? ticked : list.slice(0, 1)));
    else merged.push(statements[i++] as Statement);
  }
  return merged;
}

/** Gives classes that need a reason the one in the field behind them. */
function withReasons(blocks: readonly Block[], statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => {
    const { standing, value, reason, block } = statement;
    if (standing !== "evidence" || value === null || value === "主动公开" || reason !== null)
      return statement;
    for (let next = block + 1; next <= block + REASON_REACH && next < blocks.length; next++) {
      const text = (blocks[next] as Block).text;
      const given =
        /^\s*(?:(?:不予?公开|免予公开|依申请公开)[^:：。，]{0,8})?(?:理由|原因|依据)[）)]?\s*(?:[:：]|$)(.*)$/.exec(
          text,
        );
      if (!given) continue;
      const words = given[1]?.trim() ? given[1] : blocks[next]?.cell ? (blocks[next + 1]?.text ?? "") : "";
      const found = words.trim() === "" ? null : reasonBehind(`理由：${words}`, 0);
      if (found !== null) return { ...statement, reason: found };
    }
    return statement;
  });
}

function isReason(blocks: readonly Block[], { block }: Statement): boolean {
  return (
    /理由|原因|依据/.test(blocks[block]?.text.slice(0, 20) ?? "") &&
    /^\s*\S{2,14}(?:理由|原因|依据)/.test(blocks[block]?.text ?? "")
  );
}
