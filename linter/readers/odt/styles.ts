import type { Block } from "../../document/block";
import type { Attributes, XmlHandlers } from "../xml";

/** What of a style (样式) matters to the text. */
interface OdtStyle {
  parent?: string;
  align?: Block["align"];
  hidden?: boolean;
  /** The list that paragraphs of this style belong to. */
  list?: string;
}

/** One level of a list style: how its numbers look. Bullets have no format. */
export interface ListLevel {
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels the number shows: 3 for 1.2.3. */
  shows: number;
}

/** The name under which the outline's own numbering is kept: no list style can have it. */
export const OUTLINE = "";
const MOST_PARENTS = 20;

/** Gathers styles from styles.xml and from the automatic styles of content.xml (ISO/IEC 26300-1, 16). */
export class OdtStyles {
  private readonly styles = new Map<string, OdtStyle>();
  private readonly lists = new Map<string, (ListLevel | undefined)[]>();
  private style: OdtStyle | null = null;
  private levels: (ListLevel | undefined)[] | null = null;

  /** Handlers for a part with styles; what is no style passes by. */
  collect(): XmlHandlers {
    return {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => {
        if (name === "style:style" || name === "style:default-style") this.style = null;
        if (name === "text:list-style" || name === "text:outline-style") this.levels = null;
      },
    };
  }

  alignOf(style: string | undefined): Block["align"] {
    return this.inherited(style, "align");
  }

  isHidden(style: string | undefined): boolean {
    return this.inherited(style, "hidden") ?? false;
  }

  level(list: string, level: number): ListLevel | undefined {
    return this.lists.get(list)?.[level];
  }

  private open(name: string, attributes: Attributes): void {
    switch (name) {
      case "style:style": {
        // Styles of cells and drawings may have the name of a paragraph's.
        const family = attributes["style:family"];
        this.style = {};
        if (attributes["style:parent-style-name"]) this.style.parent = attributes["style:parent-style-name"];
        if (family === "paragraph" || family === "text")
          this.styles.set(attributes["style:name"] ?? "", this.style);
        break;
      }
      case "style:paragraph-properties": {
        const align = ALIGNMENTS.get(attributes["fo:text-align"] ?? "");
        if (this.style && align) this.style.align = align;
        break;
      }
      case "style:text-properties":
        if (this.style && attributes["text:display"] === "none") this.style.hidden = true;
        break;
      case "text:list-style":
      case "text:outline-style":
        this.levels = [];
        this.lists.set(
          name === "text:outline-style" ? OUTLINE : (attributes["style:name"] ?? ""),
          this.levels,
        );
        break;
      case "text:list-level-style-number":
      case "text:outline-level-style":
        if (this.levels) this.levels[levelOf(attributes)] = listLevel(attributes);
        break;
    }
  }

  private inherited<K extends "align" | "hidden">(name: string | undefined, key: K): OdtStyle[K] {
    let style = name === undefined ? undefined : this.styles.get(name);
    for (let step = 0; style && step < MOST_PARENTS; step++) {
      if (style[key] !== undefined) return style[key];
      style = style.parent === undefined ? undefined : this.styles.get(style.parent);
    }
    return undefined;
  }
}

const ALIGNMENTS = new Map<string, Block["align"]>([
  ["center", "center"],
  ["end", "right"],
  ["right", "right"],
  ["start", "left"],
  ["left", "left"],
]);

const MOST_LEVELS = 10;

function levelOf(attributes: Attributes): number {
  return Math.min(Math.max(Number(attributes["text:level"]) || 1, 1), MOST_LEVELS) - 1;
}

function listLevel(attributes: Attributes): ListLevel {
  return {
    format: attributes["style:num-format"] ?? "",
    prefix: attributes["style:num-prefix"] ?? "",
    suffix: attributes["style:num-suffix"] ?? "",
    start: Number(attributes["text:start-value"] ?? 1) || 0,
    shows: Number(attributes["text:display-levels"]) || 1,
  };
}
