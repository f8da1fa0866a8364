import type { PaintedRun } from "../shared/pageText";
import type { PaintEntry, PaintedText } from "./paintRecord";

/** Characters of one width in every font an office uses: they share a run's width evenly. */
const FULL_WIDTH = /^[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000]*$/;
/** Turned text is a watermark or a stamp. */
const TURNED = 0.001;
const MOST_MEASURES = 20_000;

let ruler: CanvasRenderingContext2D | null = null;
const measured = new Map<string, TextMetrics>();

/** The runs that a canvas shows, in its pixels, as last painted. */
export function runsOf(entries: readonly PaintEntry[], width: number, height: number): PaintedRun[] {
  const runs = new Map<string, PaintedRun>();
  for (const run of mapped(entries, entries.length, 0)) {
    if (run.right <= 0 || run.bottom <= 0 || run.left >= width || run.top >= height) continue;
    // Painted again at the same place, as for a thicker look.
    runs.set(`${Math.round(run.left)} ${Math.round(run.top)} ${run.text}`, run);
  }
  return [...runs.values()];
}

function* mapped(entries: readonly PaintEntry[], count: number, depth: number): Generator<PaintedRun> {
  for (let index = 0; index < count; index++) {
    const entry = entries[index];
    if (!entry) return;
    const { a, b, c, d, e, f } = entry.matrix;
    if (Math.abs(b) > TURNED || Math.abs(c) > TURNED) continue;
    if ("text" in entry) {
      yield scaled(measure(entry), a, d, e, f);
      continue;
    }
    if (depth > 3) continue;
    const [fromX, fromY, fromWidth, fromHeight] = entry.source;
    const [x, y, width, height] = entry.target;
    const byX = width / fromWidth;
    const byY = height / fromHeight;
    for (const run of mapped(entry.entries, entry.count, depth + 1)) {
      const middle = (run.top + run.bottom) / 2;
      if (run.right <= fromX || run.left >= fromX + fromWidth) continue;
      if (middle < fromY || middle > fromY + fromHeight) continue;
      yield scaled(scaled(run, byX, byY, x - fromX * byX, y - fromY * byY), a, d, e, f);
    }
  }
}

function scaled(run: PaintedRun, byX: number, byY: number, x: number, y: number): PaintedRun {
  return {
    text: run.text,
    left: run.left * byX + x,
    top: run.top * byY + y,
    right: run.right * byX + x,
    bottom: run.bottom * byY + y,
    ...(run.edges ? { edges: run.edges.map((edge) => edge * byX + x) } : {}),
  };
}

/** In the coordinates the text was painted in. */
function measure(painted: PaintedText): PaintedRun {
  const { text, x, y, align, maxWidth } = painted;
  const metrics = metricsOf(painted, text);
  const squeeze = maxWidth !== undefined && metrics.width > maxWidth ? maxWidth / metrics.width : 1;
  const width = metrics.width * squeeze;
  const left = align === "center" ? x - width / 2 : align === "right" || align === "end" ? x - width : x;
  const edges =
    text.length > 1 && !FULL_WIDTH.test(text)
      ? Array.from(
          { length: text.length },
          (_, at) => left + metricsOf(painted, text.slice(0, at)).width * squeeze,
        )
      : undefined;
  return {
    text,
    left,
    top: y - metrics.fontBoundingBoxAscent,
    right: left + width,
    bottom: y + metrics.fontBoundingBoxDescent,
    ...(edges ? { edges } : {}),
  };
}

function metricsOf({ font, letterSpacing, baseline }: PaintedText, text: string): TextMetrics {
  const key = `${font}|${letterSpacing}|${baseline}|${text}`;
  const known = measured.get(key);
  if (known) return known;
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) throw new Error("this browser has no canvas to measure with");
  ruler.font = font;
  ruler.textBaseline = baseline;
  if ("letterSpacing" in ruler) ruler.letterSpacing = letterSpacing;
  if (measured.size > MOST_MEASURES) measured.clear();
  const metrics = ruler.measureText(text);
  measured.set(key, metrics);
  return metrics;
}
