import type { SectionLayout } from "../../../document/layout";
import type { Attributes } from "../../xml";
import { isOn } from "../properties";
import { twentieths } from "./lengths";

/** `w:sectPr` as written. Lengths in twentieths of a point. */
export interface SectionProperties {
  page?: { width: number; height: number };
  margins?: { top: number; right: number; bottom: number; left: number };
  grid?: { linePitch: number; charSpace: number | null };
  /** Relationship ids of footers, by type: default, first, even. */
  footers: Map<string, string>;
  titlePage: boolean;
}

/** What the settings say of every section. */
export interface DocumentSettings {
  evenAndOdd: boolean;
  gutterAtTop: boolean;
}

export function newSection(): SectionProperties {
  return { footers: new Map(), titlePage: false };
}

/** Takes in a child of `w:sectPr`. */
export function readSectionProperty(
  section: SectionProperties,
  name: string,
  attributes: Attributes,
  settings: DocumentSettings,
): void {
  const number = (key: string) => twentieths(attributes[key]) ?? Number.NaN;
  if (name === "w:pgSz") {
    const [width, height] = [number("w:w"), number("w:h")];
    if (width > 0 && height > 0) section.page = { width, height };
  } else if (name === "w:pgMar") {
    // A negative margin keeps its height whatever the header takes.
    const [top, right, bottom, left] = ["w:top", "w:right", "w:bottom", "w:left"].map((key) =>
      Math.abs(number(key)),
    ) as [number, number, number, number];
    const gutter = number("w:gutter") || 0;
    const margins = settings.gutterAtTop
      ? { top: top + gutter, right, bottom, left }
      : { top, right, bottom, left: left + gutter };
    if (Object.values(margins).every((margin) => margin >= 0)) section.margins = margins;
  } else if (name === "w:docGrid") {
    const type = attributes["w:type"];
    const linePitch = number("w:linePitch");
    const characters = type === "linesAndChars" || type === "snapToChars";
    if (linePitch > 0 && (characters || type === "lines"))
      section.grid = { linePitch, charSpace: characters ? number("w:charSpace") || 0 : null };
  } else if (name === "w:footerReference") {
    section.footers.set(attributes["w:type"] ?? "default", attributes["r:id"] ?? "");
  } else if (name === "w:titlePg") section.titlePage = isOn(attributes["w:val"]);
}

/** Page, margins and grid in millimetres and points. `defaultSize`: of the default style, which the grid counts from. */
export function measureSection(
  { page, margins, grid }: SectionProperties,
  defaultSize: number | null,
): Omit<SectionLayout, "pageNumbers"> {
  return {
    page: page ? { width: millimetres(page.width), height: millimetres(page.height) } : null,
    margins: margins
      ? {
          top: millimetres(margins.top),
          right: millimetres(margins.right),
          bottom: millimetres(margins.bottom),
          left: millimetres(margins.left),
        }
      : null,
    grid: grid
      ? {
          linePitch: grid.linePitch / 20,
          characterPitch:
            grid.charSpace === null || defaultSize === null ? null : defaultSize + grid.charSpace / 4096,
        }
      : null,
  };
}

function millimetres(twentieths: number): number {
  return (twentieths / 1440) * 25.4;
}
