import { UnreadableDocumentError } from "../unreadable";
import { resolvePart, ZipPackage } from "../zipPackage";
import { explainNotZip, explainOtherPackage } from "./notDocx";

/** A relationship (关系) from one part to another. */
export interface Relationship {
  id: string;
  /** Last step of the type's address, the same in transitional and strict OOXML: styles, header, footnotes … */
  type: string;
  /** Name of the part it leads to. */
  target: string;
}

/** The zip package of a .docx (OPC, ISO/IEC 29500-2): parts by name, and what relates to what. */
export class DocxPackage extends ZipPackage {
  /** The part with the body, as a rule word/document.xml. */
  readonly mainPart: string;
  private readonly relationshipParts: ReadonlyMap<string, Uint8Array>;

  /** @throws UnreadableDocumentError if the bytes are no zip, a damaged one, or one without a Word document. */
  constructor(bytes: Uint8Array, path: string) {
    const refusal = explainNotZip(bytes);
    if (refusal) throw new UnreadableDocumentError(path, refusal);
    super(bytes, path);
    this.relationshipParts = this.unzip((name) => name.endsWith(".rels"));
    const declared = this.relationships("").find(({ type }) => type === "officeDocument")?.target;
    const main = declared && this.has(declared) ? declared : "word/document.xml";
    if (!this.has(main)) throw new UnreadableDocumentError(path, explainOtherPackage(this.names));
    this.mainPart = main;
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
    this.stream(name, this.decode(name, bytes), {
      open(element, { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode }) {
        if (element !== "rel:Relationship" || mode === "External") return;
        found.push({ id, type: type.slice(type.lastIndexOf("/") + 1), target: resolvePart(folder, target) });
      },
    });
    return found;
  }
}
