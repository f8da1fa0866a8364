/**
 * Finds the bytes behind offsets of a decoded text, in any encoding a decoder knows, also where bytes are damaged.
 * Offsets must be asked for in rising order.
 */
export class ByteOffsets {
  private readonly decoder: TextDecoder;
  private characters = 0;
  private at: number;

  /** @param start behind the byte order mark */
  constructor(
    private readonly bytes: Uint8Array,
    encoding: string,
    start: number,
  ) {
    this.decoder = new TextDecoder(encoding, { ignoreBOM: true });
    this.at = start;
  }

  /** Null if no byte boundary corresponds to the offset: it stands inside a character, or beside damaged bytes. */
  find(offset: number): number | null {
    while (this.characters < offset && this.at < this.bytes.length) {
      // A byte gives no more than one UTF-16 unit, but those that wait for the rest of their character count later.
      const step = Math.max(1, offset - this.characters - LONGEST_CODE);
      const next = Math.min(this.at + step, this.bytes.length);
      this.characters += this.decoder.decode(this.bytes.subarray(this.at, next), { stream: true }).length;
      this.at = next;
    }
    return this.characters === offset ? this.at : null;
  }
}

/** Bytes of the longest code of one character, in any encoding. */
const LONGEST_CODE = 4;
