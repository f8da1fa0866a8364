import type { Attributes, XmlHandlers } from "../xml";
import { type Indents, readIndents } from "./layout/formats";
import { isOn, wholeNumber } from "./properties";
import type { Styles } from "./styles";

/** 级别: one level of an automatic list, `w:lvl`. */
export interface NumberingLevel {
  start: number;
  /** ST_NumberFormat, see `formatNumber`. */
  format: string;
  /** Least number of digits, for formats like 001, 002, …; 0 otherwise. */
  digits: number;
  /** Text of the label with %1 … %9 for the counters. */
  text: string;
  suffix: "tab" | "space" | "nothing";
  /** w:isLgl: counters of all levels in Arabic digits. */
  legal: boolean;
  /** w:lvlRestart: the 1-based level that makes this one begin again; 0: none; undefined: every level above. */
  restart?: number;
  /** The paragraph style that is numbered on this level. */
  style?: string;
  font?: string;
  hidden: boolean;
  /** Of the numbered paragraphs, where a style or they themselves do not say otherwise. */
  indents: Indents;
}

/** 编号: what a `w:numId` stands for. */
export interface NumberingInstance {
  /** Lists with the same counters go on counting where the other left off. */
  counters: string;
  levels: readonly (NumberingLevel | undefined)[];
  startOverrides: readonly (number | undefined)[];
}

type Levels = (NumberingLevel | undefined)[];

interface Instance {
  abstract: string;
  levels: Levels;
  startOverrides: (number | undefined)[];
}

const LEVELS = 8;

/** 自动编号: the lists that word/numbering.xml defines (ISO/IEC 29500-1, 17.9). */
export class Numbering {
  private readonly abstracts = new Map<string, { levels: Levels; styleLink?: string }>();
  private readonly instances = new Map<string, Instance>();
  private readonly found = new Map<string, NumberingInstance | null>();

  constructor(private readonly styles: Styles) {}

  /** The list with this w:numId; null if there is none, or for 0, which takes a numbering away. */
  instance(numId: string): NumberingInstance | null {
    let found = this.found.get(numId);
    if (found === undefined) {
      found = this.assemble(numId);
      this.found.set(numId, found);
    }
    return found;
  }

  /** What to stream word/numbering.xml through, once, before asking for an instance. */
  collect(): XmlHandlers {
    let abstract: { levels: Levels; styleLink?: string } | null = null;
    let instance: Instance | null = null;
    let overridden = 0;
    let level: NumberingLevel | null = null;
    // A format Word 2010 brought in stands in mc:Choice; mc:Fallback repeats it for older versions.
    let inFallback = false;
    return {
      open: (name, attributes) => {
        const value = attributes["w:val"];
        if (name === "mc:Fallback") inFallback = true;
        else if (inFallback) return;
        else if (name === "w:abstractNum") {
          abstract = { levels: [] };
          this.abstracts.set(attributes["w:abstractNumId"] ?? "", abstract);
        } else if (name === "w:num") {
          instance = { abstract: "", levels: [], startOverrides: [] };
          this.instances.set(attributes["w:numId"] ?? "", instance);
        } else if (name === "w:lvl") {
          level = emptyLevel();
          const index = wholeNumber(attributes["w:ilvl"], LEVELS) ?? overridden;
          if (instance) instance.levels[index] = level;
          else if (abstract) abstract.levels[index] = level;
        } else if (level) readLevel(level, name, attributes);
        else if (name === "w:numStyleLink" && abstract) abstract.styleLink = value;
        else if (name === "w:abstractNumId" && instance) instance.abstract = value ?? "";
        else if (name === "w:lvlOverride") overridden = wholeNumber(attributes["w:ilvl"], LEVELS) ?? 0;
        else if (name === "w:startOverride" && instance) {
          instance.startOverrides[overridden] = wholeNumber(value, 32_767);
        }
      },
      close: (name) => {
        if (name === "mc:Fallback") inFallback = false;
        else if (name === "w:lvl") level = null;
        else if (name === "w:abstractNum") abstract = null;
        else if (name === "w:num") instance = null;
      },
    };
  }

  private assemble(numId: string): NumberingInstance | null {
    const instance = this.instances.get(numId);
    if (!instance || numId === "0") return null;
    const counters = this.followStyleLinks(instance.abstract);
    const levels = [...(this.abstracts.get(counters)?.levels ?? [])];
    instance.levels.forEach((level, index) => {
      if (level) levels[index] = level;
    });
    return { counters, levels, startOverrides: instance.startOverrides };
  }

  /** An abstract list may have no levels of its own but name a numbering style, which names the list that has. */
  private followStyleLinks(abstract: string): string {
    const seen = new Set<string>();
    let at = abstract;
    while (!seen.has(at)) {
      seen.add(at);
      const link = this.abstracts.get(at)?.styleLink;
      const numId = link === undefined ? undefined : this.styles.resolve(link).numId;
      const next = numId === undefined ? undefined : this.instances.get(numId)?.abstract;
      if (next === undefined) break;
      at = next;
    }
    return at;
  }
}

function emptyLevel(): NumberingLevel {
  return {
    start: 0,
    format: "decimal",
    digits: 0,
    text: "",
    suffix: "tab",
    legal: false,
    hidden: false,
    indents: {},
  };
}

function readLevel(level: NumberingLevel, name: string, attributes: Attributes): void {
  const value = attributes["w:val"];
  if (name === "w:start") level.start = wholeNumber(value, 32_767) ?? 0;
  else if (name === "w:numFmt") {
    level.format = value ?? "decimal";
    level.digits = /^0*\d+(?=,)/.exec(attributes["w:format"] ?? "")?.[0].length ?? 0;
  } else if (name === "w:lvlText") level.text = value ?? "";
  else if (name === "w:suff" && (value === "space" || value === "nothing")) level.suffix = value;
  else if (name === "w:isLgl") level.legal = isOn(value);
  else if (name === "w:lvlRestart") level.restart = wholeNumber(value, 9);
  else if (name === "w:pStyle") level.style = value;
  else if (name === "w:rFonts") level.font = attributes["w:ascii"] ?? attributes["w:hAnsi"];
  else if (name === "w:vanish") level.hidden = isOn(value);
  else if (name === "w:ind") readIndents(level.indents, attributes);
}
