import { unzipSync } from "fflate";
import { UnreadableDocumentError } from "./unreadable";
import { BrokenXmlError, streamXml, type XmlHandlers } from "./xml";

/** Limits against zip bombs. The largest real document seen has some 10 MB of XML. */
const LONGEST_PART = 128 * 1024 * 1024;
const LONGEST_PARTS = 256 * 1024 * 1024;
const MOST_ENTRIES = 20_000;

/**
 * A zip with XML parts (文件包), as .docx, .odt and .ofd are. Part names have no leading slash; they are compared without
 * regard to case, as OPC (ISO/IEC 29500-2) wants and the others do no harm by.
 */
export class ZipPackage {
  /** Names of all parts, in lower case. */
  readonly names: ReadonlySet<string>;
  private unpacked = 0;

  /** @throws UnreadableDocumentError if the bytes are no zip, a damaged or an encrypted one. */
  constructor(
    protected readonly bytes: Uint8Array,
    readonly path: string,
  ) {
    const names = new Set<string>();
    this.unzip((name) => {
      names.add(name);
      return false;
    });
    this.names = names;
    // Bit 0 of the first entry's flags (APPNOTE 4.4.4).
    if (((bytes[6] ?? 0) & 1) === 1) throw new UnreadableDocumentError(path, "文件有密码保护，无法读取");
  }

  has(part: string): boolean {
    return this.names.has(part.toLowerCase());
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

  /** The XML of a part, without byte order mark. */
  decode(part: string, bytes: Uint8Array): string {
    try {
      // As a stream: Node decodes one several times as fast as a whole text that is not ASCII.
      const decoder = new TextDecoder(xmlEncoding(bytes), { fatal: true });
      return decoder.decode(bytes, { stream: true }) + decoder.decode();
    } catch {
      throw this.damaged(`${part} 里有无法识别的字节`);
    }
  }

  /** The error for a package in which something is missing or broken; `what` in Chinese. */
  damaged(what: string): UnreadableDocumentError {
    return new UnreadableDocumentError(this.path, `文件不完整或已损坏：${what}`);
  }

  /** Entries whose name (lower case, forward slashes) is wanted. */
  protected unzip(wants: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
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

/** The part a target names, seen from the folder (with its slash at the end) of the part that names it. */
export function resolvePart(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = folder.split("/").slice(0, -1);
  for (const step of target.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
