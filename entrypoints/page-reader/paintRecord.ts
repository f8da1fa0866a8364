type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
export type AnyCanvas = HTMLCanvasElement | OffscreenCanvas;

/** One call of fillText, with all that decides where its characters stand. */
export interface PaintedText {
  text: string;
  x: number;
  y: number;
  maxWidth: number | undefined;
  font: string;
  letterSpacing: string;
  align: CanvasTextAlign;
  baseline: CanvasTextBaseline;
  matrix: DOMMatrix;
}

/** A canvas painted onto another: the texts it had at that moment, and how they are mapped. */
export interface PaintedCanvas {
  entries: readonly PaintEntry[];
  count: number;
  source: readonly [x: number, y: number, width: number, height: number];
  target: readonly [x: number, y: number, width: number, height: number];
  matrix: DOMMatrix;
}

export type PaintEntry = PaintedText | PaintedCanvas;

/** A canvas that is never cleared is remembered no further back. */
const MOST_ENTRIES = 40_000;

/**
 * Remembers which text stands painted on which canvas, from the page's own calls (画布文字). It runs beside every call the
 * page makes, hence measures nothing: that is left to whoever reads.
 */
export class PaintRecord {
  private readonly entries = new WeakMap<AnyCanvas, PaintEntry[]>();

  constructor(private readonly painted: (canvas: AnyCanvas) => void) {}

  of(canvas: AnyCanvas): readonly PaintEntry[] {
    return this.entries.get(canvas) ?? [];
  }

  /** Wraps the methods of a window's canvases. Each calls the browser's own first, and changes nothing of it. */
  install(view: Window & typeof globalThis): void {
    this.wrapContext(view.CanvasRenderingContext2D.prototype);
    this.wrapSize(view.HTMLCanvasElement.prototype);
    if (!("OffscreenCanvasRenderingContext2D" in view)) return;
    this.wrapContext(view.OffscreenCanvasRenderingContext2D.prototype);
    this.wrapSize(view.OffscreenCanvas.prototype);
  }

  private wrapContext(prototype: Context2d): void {
    const record = this;
    const { fillText, clearRect, fillRect, drawImage } = prototype;
    prototype.fillText = function (this: Context2d, ...call) {
      fillText.apply(this, call);
      record.text(this, call[0], call[1], call[2], call[3]);
    };
    prototype.clearRect = function (this: Context2d, ...call) {
      clearRect.apply(this, call);
      record.clear(this, ...call);
    };
    prototype.fillRect = function (this: Context2d, ...call) {
      fillRect.apply(this, call);
      // Some editors wipe a page by painting it over.
      if (isOpaque(this) && covers(this, ...call)) record.clear(this, ...call);
    };
    prototype.drawImage = function (this: Context2d, ...call: unknown[]) {
      Reflect.apply(drawImage, this, call);
      record.image(this, call);
    };
    if (!("reset" in prototype)) return;
    const { reset } = prototype;
    prototype.reset = function (this: Context2d) {
      reset.apply(this);
      record.forget(this.canvas);
    };
  }

  private wrapSize(prototype: AnyCanvas): void {
    const record = this;
    for (const side of ["width", "height"] as const) {
      const own = Object.getOwnPropertyDescriptor(prototype, side);
      const set = own?.set;
      if (!set) continue;
      Object.defineProperty(prototype, side, {
        ...own,
        set(this: AnyCanvas, value: number) {
          set.call(this, value);
          record.forget(this);
        },
      });
    }
  }

  private text(context: Context2d, text: unknown, x: number, y: number, maxWidth?: number): void {
    if (context.globalAlpha === 0) return;
    this.add(context, {
      text: String(text),
      x,
      y,
      maxWidth,
      font: context.font,
      letterSpacing: "letterSpacing" in context ? context.letterSpacing : "0px",
      align: context.textAlign,
      baseline: context.textBaseline,
      matrix: context.getTransform(),
    });
  }

  private image(context: Context2d, [image, ...numbers]: unknown[]): void {
    const entries = this.entries.get(image as AnyCanvas);
    if (!entries || entries.length === 0) return;
    const { width, height } = image as AnyCanvas;
    const [a = 0, b = 0, c = width, d = height, ...target] = numbers as number[];
    const [x = 0, y = 0, toWidth = width, toHeight = height] = target;
    this.add(context, {
      entries,
      count: entries.length,
      source: target.length === 4 ? [a, b, c, d] : [0, 0, width, height],
      target: target.length === 4 ? [x, y, toWidth, toHeight] : [a, b, c, d],
      matrix: context.getTransform(),
    });
  }

  private add({ canvas }: Context2d, entry: PaintEntry): void {
    let entries = this.entries.get(canvas);
    if (!entries || entries.length >= MOST_ENTRIES) {
      entries = entries?.slice(MOST_ENTRIES / 2) ?? [];
      this.entries.set(canvas, entries);
    }
    entries.push(entry);
    this.painted(canvas);
  }

  private clear(context: Context2d, x: number, y: number, width: number, height: number): void {
    const entries = this.entries.get(context.canvas);
    if (!entries || entries.length === 0) return;
    if (covers(context, x, y, width, height)) {
      this.forget(context.canvas);
      return;
    }
    const area = onCanvas(context.getTransform(), x, y, width, height);
    // A new list each time: a canvas painted onto another keeps the one it was painted with.
    this.entries.set(
      context.canvas,
      entries.filter((entry) => !isInside(entry, area)),
    );
    this.painted(context.canvas);
  }

  private forget(canvas: AnyCanvas): void {
    if (!this.entries.has(canvas)) return;
    this.entries.set(canvas, []);
    this.painted(canvas);
  }
}

type Area = readonly [left: number, top: number, right: number, bottom: number];

function isOpaque({ fillStyle, globalAlpha, globalCompositeOperation }: Context2d): boolean {
  // The browser writes colours back as #rrggbb only when they let nothing through.
  return (
    globalAlpha === 1 &&
    globalCompositeOperation === "source-over" &&
    typeof fillStyle === "string" &&
    fillStyle.startsWith("#")
  );
}

function covers(context: Context2d, x: number, y: number, width: number, height: number): boolean {
  const [left, top, right, bottom] = onCanvas(context.getTransform(), x, y, width, height);
  return left <= 1 && top <= 1 && right >= context.canvas.width - 1 && bottom >= context.canvas.height - 1;
}

/** Where a rectangle without turning lies on its canvas. */
function onCanvas({ a, d, e, f }: DOMMatrix, x: number, y: number, width: number, height: number): Area {
  const [x1, x2] = [a * x + e, a * (x + width) + e];
  const [y1, y2] = [d * y + f, d * (y + height) + f];
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function isInside(entry: PaintEntry, [left, top, right, bottom]: Area): boolean {
  const [x, y] = "text" in entry ? [entry.x, entry.y] : entry.target;
  const { a, b, c, d, e, f } = entry.matrix;
  const [atX, atY] = [a * x + c * y + e, b * x + d * y + f];
  return atX >= left && atX < right && atY >= top && atY <= bottom;
}
