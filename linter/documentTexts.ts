import type { OfficialDocument } from "./document/document";
import type { Finding } from "./engine/finding";
import { sentenceAround } from "./engine/sentence";
import { type ReadOptions, readDocument } from "./readers/index";
import type { FileResult } from "./reporters/lintOutput";

/** Characters of all texts together: a browser still opens a page of this length. */
const MOST_CHARACTERS = 30_000_000;

/** Where the bytes of a file come from, as `SourceFile` has it. */
interface Source {
  path: string;
  read(): Promise<Uint8Array>;
}

/**
 * The paragraphs (全文) of files with findings or notes, for reports that show them. A file that cannot be read any more, or
 * says something else now than when it was checked, is left out: its marks would stand at the wrong words; so is what goes
 * beyond the length that a page can have.
 */
export async function documentTexts(
  files: Iterable<FileResult>,
  sources: Iterable<Source>,
  options: ReadOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byPath = new Map([...sources].map((source) => [source.path, source]));
  const texts = new Map<string, readonly string[]>();
  let characters = 0;
  for (const { path, error, findings, notes } of files) {
    const source = byPath.get(path);
    if (!source || error !== null || findings.length + notes.length === 0) continue;
    try {
      const document = await readDocument(await source.read(), path, options);
      if (!findings.every((finding) => standsIn(document, finding))) continue;
      const paragraphs = document.blocks.map(({ text }) => text);
      const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
      if (characters + length > MOST_CHARACTERS) continue;
      characters += length;
      texts.set(path, paragraphs);
    } catch {
      // It was read before: meanwhile it is gone or damaged, and the report does without its text.
    }
  }
  return texts;
}

function standsIn({ blocks }: OfficialDocument, { place, sentence }: Finding): boolean {
  const block = blocks[place.block];
  return block === undefined
    ? sentence.text === ""
    : sentenceAround(block.text, place).text === sentence.text;
}
