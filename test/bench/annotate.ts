/** Speed of writing comments into a .docx beside reading it, in one interleaved run; `tsx test/bench/annotate.ts`. */
import { fileURLToPath } from "node:url";
import { readDocx } from "../../linter/readers/docx/readDocx";
import { annotateDocx } from "../../linter/writers/docx/annotateDocx";
import { findingAt } from "../support/finding";
import { makeDocument, median, milliseconds } from "./readDocx";

const ROUNDS = 9;
/** A comment on every so many paragraphs: some 200 in all. */
const EVERY = 20;

/** Medians on the same bytes (1 MB of text), in milliseconds. */
export async function compareWithReading(): Promise<{ read: number; annotate: number; comments: number }> {
  const bytes = new Uint8Array(await makeDocument());
  const document = readDocx(bytes, "bench.docx");
  const findings = document.blocks.flatMap(({ text }, block) =>
    block % EVERY === 0 && text.length > 40 ? [findingAt(document, { block, start: 20, end: 40 })] : [],
  );
  const options = { author: "公文校核", initials: "校", date: new Date("2026-11-24T00:00:00Z") };
  const annotate = () => annotateDocx(bytes, document, findings, options);
  annotate();
  const times: { read: number[]; annotate: number[] } = { read: [], annotate: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times.read.push(await milliseconds(() => readDocx(bytes, "bench.docx")));
    times.annotate.push(await milliseconds(annotate));
  }
  return { read: median(times.read), annotate: median(times.annotate), comments: findings.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { read, annotate, comments } = await compareWithReading();
  const ratio = (annotate / read).toFixed(2);
  console.log(
    `写 ${comments} 条批注 ${annotate.toFixed(0)} 毫秒，读 ${read.toFixed(0)} 毫秒：${ratio} 倍（目标 ≤ 2）`,
  );
}
