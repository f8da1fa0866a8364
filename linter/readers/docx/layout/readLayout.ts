import type { Block } from "../../../document/block";
import type { DocumentLayout, SectionLayout } from "../../../document/layout";
import type { Attributes } from "../../xml";
import type { Numbering } from "../numbering";
import type { DocxPackage } from "../package";
import { isOn } from "../properties";
import { blockLayout } from "./blockLayout";
import { EffectiveFormats } from "./effective";
import { LayoutStory, type LayoutStoryContext } from "./layoutStory";
import { readPageNumber } from "./pageNumber";
import { measureSection, type SectionProperties } from "./sections";
import { StyleFormats } from "./styleFormats";
import { ThemeFonts } from "./theme";

/**
 * Reads how a document is set: a second pass over its parts, made only for those who ask. Null where the file has no
 * section, as texts from converters and web pages do: then nothing was laid out.
 *
 * @param parts what was unpacked for the first pass
 */
export function readLayout(
  pack: DocxPackage,
  parts: ReadonlyMap<string, string>,
  blocks: readonly Block[],
  numbering: Numbering,
  revisions: "accepted" | "original",
): DocumentLayout | null {
  const { mainPart } = pack;
  const related = pack.relationships(mainPart);
  const partOf = (wanted: string) => related.find(({ type }) => type === wanted)?.target ?? "";
  const footers = related.filter(({ type }) => type === "footer");
  const wanted = ["settings", "theme", "styles"].map(partOf).concat(mainPart);
  const others = [...wanted, ...footers.map(({ target }) => target)].filter((name) => !parts.has(name));
  const all = new Map([...parts, ...pack.read(others)]);
  const stream = (part: string, handlers: Parameters<DocxPackage["stream"]>[2]) => {
    const xml = all.get(part);
    if (xml !== undefined) pack.stream(part, xml, handlers);
  };
  const theme = new ThemeFonts();
  const settings = { evenAndOdd: false, gutterAtTop: false };
  stream(partOf("settings"), {
    open(name: string, attributes: Attributes) {
      if (name === "w:themeFontLang") theme.language = attributes["w:eastAsia"];
      else if (name === "w:evenAndOddHeaders") settings.evenAndOdd = isOn(attributes["w:val"]);
      else if (name === "w:gutterAtTop") settings.gutterAtTop = isOn(attributes["w:val"]);
    },
  });
  stream(partOf("theme"), theme.collect());
  const styles = new StyleFormats(theme);
  stream(partOf("styles"), styles.collect());
  const formats = new EffectiveFormats(styles, numbering);
  const context: LayoutStoryContext = { theme, settings, revisions };
  const body = new LayoutStory(context);
  stream(mainPart, body);
  if (body.sections.length === 0) return null;

  const pageNumbers = new Map(
    footers.map(({ id, target }) => {
      const story = new LayoutStory(context, true);
      stream(target, story);
      return [id, readPageNumber(story, formats)] as const;
    }),
  );
  const size = styles.paragraphStyle(undefined).run.size ?? styles.defaults.run.size ?? null;
  const sections = body.sections.map(
    (section, index): SectionLayout => ({
      ...measureSection(section, size),
      pageNumbers: numbersOf(body.sections.slice(0, index + 1), settings.evenAndOdd, (id) =>
        id === undefined ? null : (pageNumbers.get(id) ?? null),
      ),
    }),
  );
  return {
    sections,
    blocks: blocks.map((block) =>
      isIn(mainPart, block) ? blockLayout(block, body, sections, formats) : null,
    ),
  };
}

/** A section without a footer of a type shows the one of the section before. */
function numbersOf<Number>(
  sections: readonly SectionProperties[],
  evenAndOdd: boolean,
  numberIn: (id: string | undefined) => Number | null,
): { odd: Number | null; even: Number | null } {
  const footer = (type: string) => sections.findLast(({ footers }) => footers.has(type))?.footers.get(type);
  const odd = numberIn(footer("default"));
  return { odd, even: evenAndOdd ? numberIn(footer("even")) : odd };
}

function isIn(part: string, { origin }: Block): boolean {
  return origin.kind === "docx" && origin.part === part;
}
