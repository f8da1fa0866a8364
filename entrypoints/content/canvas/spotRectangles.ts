import type { Spot } from "./paintedText";

/** Rectangles of painted words, one a row, in the coordinates of the canvas's window. */
export function spotRectangles(spots: readonly (Spot | null)[]): DOMRect[] {
  const rows: Spot[] = [];
  for (const spot of spots) {
    if (!spot) continue;
    const row = rows.at(-1);
    const goesOn =
      row &&
      row.painting === spot.painting &&
      spot.left >= row.left &&
      Math.abs(spot.bottom - row.bottom) < (row.bottom - row.top) / 2;
    if (goesOn) {
      row.right = Math.max(row.right, spot.right);
      row.top = Math.min(row.top, spot.top);
      row.bottom = Math.max(row.bottom, spot.bottom);
    } else rows.push({ ...spot });
  }
  return rows.flatMap((row) => {
    const { canvas, width, height } = row.painting;
    if (!canvas.isConnected) return [];
    const box = contentBox(canvas);
    const byX = box.width / width;
    const byY = box.height / height;
    return [
      new DOMRect(
        box.left + row.left * byX,
        box.top + row.top * byY,
        (row.right - row.left) * byX,
        (row.bottom - row.top) * byY,
      ),
    ];
  });
}

/** The canvas without its border; CSS scaling included. */
function contentBox(canvas: HTMLCanvasElement): DOMRect {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const { offsetWidth, offsetHeight, clientLeft, clientTop, clientWidth, clientHeight } = canvas;
  const byX = offsetWidth > 0 ? width / offsetWidth : 1;
  const byY = offsetHeight > 0 ? height / offsetHeight : 1;
  return new DOMRect(left + clientLeft * byX, top + clientTop * byY, clientWidth * byX, clientHeight * byY);
}
