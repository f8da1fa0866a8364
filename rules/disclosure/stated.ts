import type { DisclosureClass } from "../../linter/document/metadata";
import type { Place } from "../../linter/document/place";
import type { CompanionRole } from "../../linter/engine/package";
import type { RuleContext } from "../../linter/engine/rule";
import type { DisclosureStatement } from "../../linter/facts/blockFacts";
import type { DocumentFacts, DocumentPart, Placed } from "../../linter/facts/documentFacts";
import { fileName } from "../sources";

/** One statement of the class, from whichever source. `value: null` is a list or field left open. */
export interface StatedClass {
  value: DisclosureClass | null;
  reason: string | null;
  form: DisclosureStatement["form"] | "metadata";
  /** For messages: 元数据（gongwen.yaml）, 正文, 附件部分, 同包材料“…”. */
  source: string;
  /** Place in the document being checked; null elsewhere. */
  place: Place | null;
  quote: string;
}

type Context = Pick<RuleContext<object>, "document" | "facts" | "package">;

/** Whose duty it is: an administrative 公文. Reports to a people's congress go their own way. */
export function owesClass({ scope, elements }: DocumentFacts): boolean {
  if (scope === "official") return true;
  return (
    scope === "work-report" && !/政府工作报告|国民经济和社会发展计划|预算/.test(elements.title?.value ?? "")
  );
}

/** All statements in the order of belief: metadata, text, companions of the given roles. */
export function statedClasses(context: Context, roles: readonly CompanionRole[]): StatedClass[] {
  return [...fromMetadata(context), ...fromText(context), ...fromCompanions(context, roles)];
}

function fromMetadata({ document }: Context): StatedClass[] {
  return document.metadata.flatMap(({ label, values }) =>
    values.disclosure
      ? [
          {
            value: values.disclosure,
            reason: values.disclosureReason?.trim() || null,
            form: "metadata" as const,
            source: `元数据（${label}）`,
            place: null,
            quote: values.disclosure,
          },
        ]
      : [],
  );
}

function fromText({ document, facts }: Context): StatedClass[] {
  const statements = facts.disclosure.filter(({ standing }) => standing === "evidence");
  return statements
    .filter((statement) => speaksOfThis(statement, partAt(facts, statement.block), statements, facts))
    .map(({ block, start, end, value, reason, form }) => ({
      value,
      reason,
      form,
      source: sourceOf(partAt(facts, block)),
      place: { block, start, end },
      quote: document.blocks[block]?.text.slice(start, end) ?? "",
    }));
}

function sourceOf(part: DocumentPart | undefined): string {
  if (part?.role === "annex" && part.title !== null) return "附件";
  return part?.role === "issued" ? "印发的文本" : "正文";
}

/** Forms and catalogues in an annex are about other things unless the annex holds one filled-in line. */
function speaksOfThis(
  statement: Placed<DisclosureStatement>,
  part: DocumentPart | undefined,
  statements: readonly Placed<DisclosureStatement>[],
  facts: DocumentFacts,
): boolean {
  // Lines behind the date that head no annex are the cover form or 版记 of the document itself.
  if (part?.role !== "annex" || part.title === null || statement.form === "note") return true;
  const lines = statements.filter((other) => other.form !== "note" && partAt(facts, other.block) === part);
  return statement.form === "form-line" && statement.value !== null && lines.length === 1;
}

function partAt(facts: DocumentFacts, block: number): DocumentPart | undefined {
  return facts.parts.find(({ start, end }) => start <= block && block < end);
}

function fromCompanions({ package: pack }: Context, roles: readonly CompanionRole[]): StatedClass[] {
  const companions = pack?.companions.filter(({ role }) => roles.includes(role)) ?? [];
  return companions.flatMap(({ document, facts }) => {
    const source = `同包材料“${fileName(document.path)}”`;
    return [
      ...fromMetadata({ document, facts, package: null }),
      ...fromText({ document, facts, package: null }),
    ].map((stated) => ({ ...stated, source, place: null }));
  });
}
