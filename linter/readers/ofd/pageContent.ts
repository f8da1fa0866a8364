import type { PageText, PlacedText } from "../pages/pageText";
import type { Attributes, XmlHandlers } from "../xml";
import { parseDeltas, parseNumbers } from "./numbers";

/** 变换矩阵 CTM: a b c d e f, from an object's own space into its boundary (GB/T 33190, 8.3). */
type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface TextObject {
  /** Upper left corner of the boundary (外接矩形). */
  left: number;
  top: number;
  matrix: Matrix;
  size: number;
}

interface TextCode {
  x: number;
  y: number;
  deltaX: number[];
  deltaY: number[];
  text: string;
}

/** Gathers the text of one page from its Content.xml: each TextCode with the places of its characters. */
export class PageContent implements XmlHandlers {
  readonly page: PageText;
  private object: TextObject | null = null;
  private code: TextCode | null = null;
  private inBackground = false;
  private box: string | null = null;
  private reading = false;

  constructor(number: number, height: number) {
    this.page = { number, height, texts: [], skewed: false };
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case "ofd:PhysicalBox":
        this.box = "";
        break;
      case "ofd:Layer":
        this.inBackground = attributes.Type === "Background";
        break;
      case "ofd:TextObject":
        this.object = this.inBackground || attributes.Visible === "false" ? null : textObject(attributes);
        this.code = null;
        break;
      case "ofd:TextCode":
        // Coordinates that are left out are those of the TextCode before (GB/T 33190, 11.3).
        this.code = {
          x: Number(attributes.X ?? this.code?.x) || 0,
          y: Number(attributes.Y ?? this.code?.y) || 0,
          deltaX: parseDeltas(attributes.DeltaX),
          deltaY: parseDeltas(attributes.DeltaY),
          text: "",
        };
        this.reading = true;
        break;
    }
  }

  text(text: string): void {
    if (this.box !== null) this.box += text;
    if (this.reading && this.code) this.code.text += text;
  }

  close(name: string): void {
    if (name === "ofd:TextCode") {
      this.reading = false;
      if (this.object && this.code) this.place(this.object, this.code);
    } else if (name === "ofd:TextObject") {
      this.object = null;
    } else if (name === "ofd:PhysicalBox") {
      const height = parseNumbers(this.box ?? "")[3];
      if (height !== undefined && height > 0) this.page.height = height;
      this.box = null;
    }
  }

  /** Characters of one TextCode may stand on several lines: each run on one line is a piece of its own. */
  private place(object: TextObject, code: TextCode): void {
    const [a, b, c, d, e, f] = object.matrix;
    if (code.text.trim() === "") return;
    const size = object.size * Math.hypot(c, d);
    if (Math.abs(b) > 0.1 * Math.abs(a) || a < 0 || isUpright(code, object.size)) {
      this.page.skewed = true;
      return;
    }
    let { x, y } = code;
    let run: PlacedText | null = null;
    /** Where the run starts in the text, and where the character does. */
    let start = 0;
    let at = 0;
    let index = 0;
    for (const character of code.text) {
      const left = object.left + a * x + c * y + e;
      const baseline = object.top + b * x + d * y + f;
      const right = left + advance(character, size);
      const leap = run ? left - run.right : 0;
      if (run && Math.abs(baseline - run.baseline) < 0.2 * size && leap > -size && leap < size / 2) {
        run.right = right;
      } else {
        if (run) run.text = code.text.slice(start, at);
        run = { text: "", x: left, right, baseline, size };
        start = at;
        this.page.texts.push(run);
      }
      const last = code.deltaX.length - 1;
      const missing = code.deltaY.length > 0 ? 0 : advance(character, object.size);
      x += code.deltaX[index] ?? (last < 0 ? missing : (code.deltaX[last] as number));
      y += code.deltaY[index] ?? 0;
      at += character.length;
      index++;
    }
    if (run) run.text = code.text.slice(start);
  }
}

function textObject({ Boundary, CTM, Size }: Attributes): TextObject {
  const [left = 0, top = 0] = parseNumbers(Boundary);
  const [a, b, c, d, e, f] = parseNumbers(CTM);
  const matrix: Matrix =
    a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
      ? IDENTITY
      : [a, b, c, d, e, f];
  const size = Number(Size);
  return { left, top, matrix, size: size > 0 && Number.isFinite(size) ? size : 1 };
}

/** Set from top to bottom: every character stands below the one before. */
function isUpright({ text, deltaX, deltaY }: TextCode, size: number): boolean {
  if (deltaY.length === 0 || deltaX.some((delta) => Math.abs(delta) > size / 4)) return false;
  const count = [...text].length;
  if (count < 2) return false;
  return deltaY.slice(0, count - 1).every((delta) => Math.abs(delta) > size / 2);
}

function advance(character: string, size: number): number {
  return isWide(character) ? size : size / 2;
}

function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2010;
}
