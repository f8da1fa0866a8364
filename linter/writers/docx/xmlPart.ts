import type { DocxPackage } from "../../readers/docx/package";
import { xmlEncoding } from "../../readers/zipPackage";

const ENCODERS = {
  "utf-8": (text: string) => new TextEncoder().encode(text),
  "utf-16le": (text: string) => encodeUtf16(text, true),
  "utf-16be": (text: string) => encodeUtf16(text, false),
};

/** A part that is to be changed: its XML, and how to write it back in the encoding it has. */
export class XmlPart {
  readonly xml: string;

  constructor(
    pack: DocxPackage,
    readonly name: string,
    private readonly bytes: Uint8Array,
  ) {
    this.xml = pack.decode(name, bytes);
  }

  /** What stands unchanged in the XML keeps its bytes; so does a byte order mark. */
  encode(xml: string): Uint8Array {
    const encoding = xmlEncoding(this.bytes);
    return ENCODERS[encoding](this.hasMark() ? `\uFEFF${xml}` : xml);
  }

  private hasMark(): boolean {
    const [first, second, third] = this.bytes;
    return (
      (first === 0xef && second === 0xbb && third === 0xbf) ||
      (first === 0xff && second === 0xfe) ||
      (first === 0xfe && second === 0xff)
    );
  }
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}
