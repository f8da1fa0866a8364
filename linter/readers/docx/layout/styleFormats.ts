import type { XmlHandlers } from "../../xml";
import { isOn } from "../properties";
import { assign, type ParagraphFormat, type RunFormat, readParagraphFormat, readRunFormat } from "./formats";
import type { ThemeFonts } from "./theme";

/** What a style, or the document's defaults, states. */
export interface StyleFormat {
  paragraph: ParagraphFormat;
  run: RunFormat;
}

interface Style extends StyleFormat {
  basedOn?: string;
}

/** 样式的格式: styles resolved through `w:basedOn`, and the defaults under them all (ISO/IEC 29500-1, 17.7.2). */
export class StyleFormats {
  readonly defaults: StyleFormat = { paragraph: {}, run: {} };
  private readonly styles = new Map<string, Style>();
  private readonly resolved = new Map<string, StyleFormat>();
  private defaultParagraphStyle = "";

  constructor(private readonly theme: ThemeFonts) {}

  /** What to stream word/styles.xml through, once, before asking anything. */
  collect(): XmlHandlers {
    const path: string[] = [];
    let style: Style | null = null;
    return {
      open: (name, attributes) => {
        path.push(name);
        const parent = path[path.length - 2];
        if (name === "w:style") {
          style = { paragraph: {}, run: {} };
          this.styles.set(attributes["w:styleId"] ?? "", style);
          if (attributes["w:type"] === "paragraph" && isOn(attributes["w:default"] ?? "0"))
            this.defaultParagraphStyle = attributes["w:styleId"] ?? "";
        } else if (name === "w:basedOn" && style) style.basedOn = attributes["w:val"];
        else {
          const into = style ?? this.defaults;
          // A style's own properties stand right under it; a table's corners and former formatting stand deeper.
          const owner = style ? path.length === 4 : path[path.length - 3]?.endsWith("PrDefault");
          if (parent === "w:rPr" && owner) readRunFormat(into.run, name, attributes, this.theme);
          else if ((parent === "w:pPr" && owner) || (parent === "w:numPr" && style && path.length === 5))
            readParagraphFormat(into.paragraph, name, attributes);
        }
      },
      close: (name) => {
        path.pop();
        if (name === "w:style") style = null;
      },
    };
  }

  /** A paragraph's style; a missing or unknown one means the document's default, as in Word. */
  paragraphStyle(id: string | undefined): StyleFormat {
    return this.style(id !== undefined && this.styles.has(id) ? id : this.defaultParagraphStyle);
  }

  /** Any other style; an unknown one states nothing. */
  style(id: string | undefined): StyleFormat {
    const key = id ?? "";
    let found = this.resolved.get(key);
    if (!found) {
      found = this.followChain(key);
      this.resolved.set(key, found);
    }
    return found;
  }

  private followChain(id: string): StyleFormat {
    const chain: Style[] = [];
    for (let style = this.styles.get(id); style && !chain.includes(style); ) {
      chain.push(style);
      style = style.basedOn === undefined ? undefined : this.styles.get(style.basedOn);
    }
    const format: StyleFormat = { paragraph: {}, run: {} };
    for (const { paragraph, run } of chain.reverse()) {
      assign(format.paragraph, paragraph);
      assign(format.run, run);
    }
    return format;
  }
}
