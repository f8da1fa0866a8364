import type { Companion } from "../../linter/engine/package";
import type { RuleContext } from "../../linter/engine/rule";
import { NAMED_INTERPRETATION } from "../../linter/facts/interpretation/names";
import { fileName } from "../sources";
import { isSameTitle, namesDocument, subjectOf, textOf, titlesOf } from "../titles";

type Context = Pick<RuleContext<object>, "document" | "facts" | "package">;

/** Interpretations and interpretation plans of the package. */
export function interpretationsIn({ package: pack }: Context): readonly Companion[] {
  return (
    pack?.companions.filter(({ role }) => role === "interpretation" || role === "interpretation-plan") ?? []
  );
}

/** What an interpretation says, its title left out; headings stay. */
export function bodyOf({ document, facts }: Companion): string {
  const title = facts.elements.title?.value.replace(/\s/g, "");
  const lines = document.blocks.map(({ text }) => text.trim());
  return lines.filter((line, i) => line !== "" && (i > 2 || line.replace(/\s/g, "") !== title)).join("\n");
}

export function hanLength(text: string): number {
  return text.replace(/[^\p{Script=Han}]/gu, "").length;
}

/** Fewer Han characters are no interpretation; too few also to say whose it is. */
export const STUB = 60;

/**
 * Does an interpretation belong to the document? Its title, file name or text must name it: by title, number or the
 * title's own words. A stub is taken for the document's, since nothing speaks against it.
 */
export function belongs(companion: Companion, context: Context): boolean {
  const titles = titlesOf(context.facts);
  if (titles.length === 0) return true;
  const own = companion.facts.elements.title?.value ?? companion.document.blocks[0]?.text ?? "";
  const stem = fileName(companion.document.path).replace(/\.[^.]+$/, "");
  const names = [own, stem].map(
    (name) => subjectOf(name) ?? (NAMED_INTERPRETATION.test(name) ? withoutRole(name) : ""),
  );
  if (names.some((name) => name.length >= 4 && isSameTitle(name, titles))) return true;
  if (
    namesDocument(
      `${own}\n${stem}\n${textOf(companion.document)}`,
      titles,
      context.facts.elements.docNumber?.value ?? null,
    )
  ) {
    return true;
  }
  return hanLength(bodyOf(companion)) < STUB && names.every((name) => name.length < 4);
}

/** 农村供水管理办法政策解读 → 农村供水管理办法 */
function withoutRole(name: string): string {
  return name
    .replace(/^一图(?:读|看)懂/, "")
    .replace(
      /(?:的)?(?:政策|文件)?(?:解读|图解|一图(?:读|看)懂|问答|答记者问|明白纸)(?:材料|方案|稿|文章|说明)?$/,
      "",
    );
}

/** What a companion is about, for messages. */
export function subjectNamed(companion: Companion): string {
  return (
    subjectOf(companion.facts.elements.title?.value ?? "") ??
    companion.facts.elements.title?.value ??
    "其他内容"
  );
}
