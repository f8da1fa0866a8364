import type { Attributes, XmlHandlers } from "../xml";
import {
  isOn,
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperty,
  readRunProperty,
} from "./properties";

interface Style {
  name: string;
  basedOn?: string;
  paragraph: ParagraphProperties;
  run: RunProperties;
}

/** What a paragraph style comes to, with all the styles it is based on. */
export interface ResolvedStyle {
  align?: ParagraphProperties["align"];
  outline?: number;
  numId?: string;
  level?: number;
  hidden?: boolean;
  font?: string;
  /** The style and those it is based on, nearest first. */
  chain: readonly string[];
}

/** 样式: the styles of a document, resolved through `w:basedOn`. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly resolved = new Map<string, ResolvedStyle>();
  private readonly documentDefaults: ParagraphProperties = {};
  private defaultParagraphStyle: string | undefined;

  /** What to stream word/styles.xml through, once, before asking anything. */
  collect(): XmlHandlers {
    const path: string[] = [];
    let style: Style | null = null;
    return {
      open: (name, attributes) => {
        const parent = path[path.length - 1];
        path.push(name);
        if (name === "w:style") style = this.begin(attributes);
        else if (name === "w:jc" && !style && path.includes("w:pPrDefault")) {
          readParagraphProperty(this.documentDefaults, name, attributes);
        } else if (!style) return;
        else if (name === "w:name") style.name = attributes["w:val"] ?? "";
        else if (name === "w:basedOn") style.basedOn = attributes["w:val"];
        // Direct children only: a table style has properties for its corners too, and changes keep the old ones.
        else if (parent === "w:rPr" && path.length === 4) readRunProperty(style.run, name, attributes);
        else if ((parent === "w:pPr" && path.length === 4) || (parent === "w:numPr" && path.length === 5)) {
          readParagraphProperty(style.paragraph, name, attributes);
        }
      },
      close: (name) => {
        path.pop();
        if (name === "w:style") style = null;
      },
    };
  }

  /** A paragraph's style; a missing or unknown one means the document's default, as in Word. */
  paragraphStyle(id: string | undefined): ResolvedStyle {
    const known = id !== undefined && this.styles.has(id) ? id : this.defaultParagraphStyle;
    return this.resolve(known ?? "");
  }

  /** A character or numbering style; an unknown one says nothing. */
  resolve(id: string): ResolvedStyle {
    let resolved = this.resolved.get(id);
    if (!resolved) {
      resolved = this.followChain(id);
      this.resolved.set(id, resolved);
    }
    return resolved;
  }

  private begin(attributes: Attributes): Style {
    const id = attributes["w:styleId"] ?? "";
    const style: Style = { name: "", paragraph: {}, run: {} };
    this.styles.set(id, style);
    const isDefault = attributes["w:default"] !== undefined && isOn(attributes["w:default"]);
    if (isDefault && attributes["w:type"] === "paragraph") this.defaultParagraphStyle = id;
    return style;
  }

  private followChain(id: string): ResolvedStyle {
    const chain: string[] = [];
    const resolved: ResolvedStyle = { chain };
    let style = this.styles.get(id);
    for (let at: string | undefined = id; style && at !== undefined && !chain.includes(at); ) {
      chain.push(at);
      resolved.align ??= style.paragraph.align;
      resolved.outline ??= style.paragraph.outline ?? outlineByName(style.name);
      resolved.numId ??= style.paragraph.numId;
      resolved.level ??= style.paragraph.level;
      resolved.hidden ??= style.run.hidden;
      resolved.font ??= style.run.font;
      at = style.basedOn;
      style = at === undefined ? undefined : this.styles.get(at);
    }
    resolved.align ??= this.documentDefaults.align;
    return resolved;
  }
}

/** Built-in headings by name: “heading 1”, “标题 1”; “Title” (标题) stands above them all. */
function outlineByName(name: string): number | undefined {
  const heading = /^(?:heading|标题)\s*([1-9])$/i.exec(name.trim());
  if (heading) return Number(heading[1]) - 1;
  return /^(?:title|标题)$/i.test(name.trim()) ? 0 : undefined;
}
