import { unzipSync } from "fflate";
import { UnreadableDocumentError } from "../unreadable";
import { explainNotZip, explainOtherPackage } from "./notDocx";
import { BrokenXmlError, streamXml, type XmlHandlers } from "./xml";

/** Limits against zip bombs. The largest real document seen has some 10 MB of XML. */
const LONGEST_PART = 128 * 1024 * 1024;
const LONGEST_PARTS = 256 * 1024 * 1024;
const MOST_ENTRIES = 20_000;

/** A relationship (关系) from one part to another. */
export interface Relationship {
  id: string;
  /** Last step of the type's address, the same in transitional and strict OOXML: styles, header, footnotes … */
  type: string;
  /** Name of the part it leads to. */
  target: string;
}

/**
 * The zip package of a .docx (OPC, ISO/IEC 29500-2): parts by name, and what relates to what.
 * Part names have no leading slash; they are compared without regard to case, as the standard wants.
 */
export class DocxPackage {
  /** The part with the body, as a rule word/document.xml. */
  readonly mainPart: string;
  private readonly relationshipParts: ReadonlyMap<string, Uint8Array>;
  private readonly names = new Set<string>();
  private unpacked = 0;

  /** @throws UnreadableDocumentError if the bytes are no zip, a damaged one, or one without a Word document. */
  constructor(
    private readonly bytes: Uint8Array,
    readonly path: string,
  ) {
    const refusal = explainNotZip(bytes);
    if (refusal) throw new UnreadableDocumentError(path, refusal);
    this.relationshipParts = this.unzip((name) => {
      this.names.add(name);
      return name.endsWith(".rels");
    });
    const declared = this.relationships("").find(({ type }) => type === "officeDocument")?.target;
    const main = declared && this.has(declared) ? declared : "word/document.xml";
    if (!this.has(main)) throw new UnreadableDocumentError(path, explainOtherPackage(this.names));
    this.mainPart = main;
  }

  has(part: string): boolean {
    return this.names.has(part.toLowerCase());
  }

  /** The part that holds the relationships of `part`; "" names the package itself. */
  relationshipsPart(part: string): string {
    const slash = part.lastIndexOf("/") + 1;
    return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  }

  /** What a part relates to inside the package, in file order; "" asks for the package's own relationships. */
  relationships(part: string): Relationship[] {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const name = this.relationshipsPart(part);
    const bytes = this.relationshipParts.get(name.toLowerCase());
    const found: Relationship[] = [];
    if (!bytes) return found;
    this.streamBytes(name, bytes, {
      open(element, { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode }) {
        if (element !== "rel:Relationship" || mode === "External") return;
        found.push({ id, type: type.slice(type.lastIndexOf("/") + 1), target: resolve(folder, target) });
      },
    });
    return found;
  }

  /** The XML of several parts at once, by the names asked for; a part that is not there is left out. */
  read(parts: readonly string[]): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (const [part, bytes] of this.readBytes(parts)) texts.set(part, this.decode(part, bytes));
    return texts;
  }

  /** Several parts as they are, by the names asked for. */
  readBytes(parts: readonly string[]): ReadonlyMap<string, Uint8Array> {
    const wanted = new Set(parts.map((part) => part.toLowerCase()));
    const files = this.unzip((name) => wanted.has(name));
    const found = new Map<string, Uint8Array>();
    for (const part of parts) {
      const bytes = files.get(part.toLowerCase());
      if (bytes) found.set(part, bytes);
    }
    return found;
  }

  /** @throws UnreadableDocumentError if the XML is not well-formed. */
  stream(part: string, xml: string, handlers: XmlHandlers): void {
    try {
      streamXml(xml, handlers);
    } catch (error) {
      if (!(error instanceof BrokenXmlError)) throw error;
      throw this.damaged(`${part} 的内容有错（${error.message}）`);
    }
  }

  private streamBytes(part: string, bytes: Uint8Array, handlers: XmlHandlers): void {
    this.stream(part, this.decode(part, bytes), handlers);
  }

  /** The XML of a part, without byte order mark. */
  decode(part: string, bytes: Uint8Array): string {
    try {
      return new TextDecoder(xmlEncoding(bytes), { fatal: true }).decode(bytes);
    } catch {
      throw this.damaged(`${part} 里有无法识别的字节`);
    }
  }

  /** Entries whose name (lower case, forward slashes) is wanted. */
  private unzip(wants: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
    let entries = 0;
    let files: Record<string, Uint8Array>;
    try {
      files = unzipSync(this.bytes, {
        filter: (entry) => {
          if (++entries > MOST_ENTRIES) throw this.tooLarge();
          if (!wants(partName(entry.name))) return false;
          this.unpacked += entry.originalSize;
          if (!(entry.originalSize <= LONGEST_PART && this.unpacked <= LONGEST_PARTS)) throw this.tooLarge();
          return true;
        },
      });
    } catch (error) {
      // What else fflate throws on damaged data is not always its own kind of error: RangeError for a bad length.
      throw error instanceof UnreadableDocumentError ? error : this.damaged("压缩包无法解开");
    }
    return new Map(Object.entries(files).map(([name, data]) => [partName(name), data]));
  }

  private tooLarge(): UnreadableDocumentError {
    return new UnreadableDocumentError(this.path, "文件解压后过大，为安全起见没有读取");
  }

  private damaged(what: string): UnreadableDocumentError {
    return new UnreadableDocumentError(this.path, `文件不完整或已损坏：${what}`);
  }
}

/** XML of a package is UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4); the first characters tell which. */
export function xmlEncoding([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** An entry's name as part names are compared here. Some producers write backslashes or a leading slash. */
export function partName(entry: string): string {
  return entry.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/** The part a relationship's target names, seen from the folder of its source. */
function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = folder.split("/").slice(0, -1);
  for (const step of target.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
