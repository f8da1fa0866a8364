/**
 * Bytes of a text in the encoding of the file it goes to; null if the encoding lacks one of its characters.
 * Legacy encodings are written by turning the platform's own decoder round: so what is written is read again as the same,
 * in Node and browsers alike. Those whose bytes mean something else after an escape (iso-2022-jp) are not known.
 */
export function encodeText(text: string, encoding: string): Uint8Array | null {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes: number[] = [];
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (encoding === "utf-16le") bytes.push(unit & 0xff, unit >> 8);
      else bytes.push(unit >> 8, unit & 0xff);
    }
    return Uint8Array.from(bytes);
  }
  if (encoding.startsWith("iso-2022")) return null;
  const codes = legacyCodes(encoding);
  for (const character of text) {
    const code = codes.get(character);
    if (code) bytes.push(...code);
    else if (encoding === "gb18030" && character.length === 2) bytes.push(...supplementary(character));
    else return null;
  }
  return Uint8Array.from(bytes);
}

const KNOWN = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Every character that one or two bytes, in GB18030 also four, stand for. Made once, at the first need. */
function legacyCodes(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = KNOWN.get(encoding);
  if (known) return known;
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const take = (...code: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(code));
      if ([...text].length === 1 && !codes.has(text)) codes.set(text, code);
    } catch {
      // No character: as a rule the first byte of a longer code.
    }
  };
  for (let byte = 0; byte < 256; byte++) take(byte);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) take(lead, trail);
  if (encoding === "gb18030")
    for (let pointer = 0; pointer < BMP_POINTERS; pointer++) take(...fourBytes(pointer));
  KNOWN.set(encoding, codes);
  return codes;
}

/** GB 18030—2022: how many four-byte codes the characters up to U+FFFF take, and where those beyond begin. */
const BMP_POINTERS = 39_420;
const SUPPLEMENTARY_POINTER = 189_000;

function fourBytes(pointer: number): number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}

function supplementary(character: string): number[] {
  return fourBytes(SUPPLEMENTARY_POINTER + (character.codePointAt(0) ?? 0) - 0x10000);
}
