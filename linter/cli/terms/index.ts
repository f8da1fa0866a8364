import { writeFileSync } from "node:fs";
import { extensions, readDocument } from "../../readers/index";
import { UnreadableDocumentError } from "../../readers/unreadable";
import { findFiles } from "../../workspace/node/findFiles";
import { EXIT_TROUBLE } from "../exitCodes";
import { loadJieba } from "./jieba";
import { writeTermPack } from "./pack";
import { proposeTerms } from "./propose";
import type { NamedText } from "./wordRuns";

export interface TermsCommandOptions {
  output?: string;
}

/** `gongwen-lint terms`: proposes an organisation's terms and organ names; returns the exit code. */
export async function termsCommand(folder: string, { output }: TermsCommandOptions): Promise<number> {
  const { files, wanted, unknown } = await findFiles([folder], extensions);
  for (const name of unknown) process.stderr.write(`没有这个文件或文件夹：${name}\n`);
  const jieba = await loadJieba();
  const texts: NamedText[] = [];
  let trouble = unknown.length > 0;
  for (const file of files.filter(({ path }) => wanted.includes(path))) {
    const { path } = file;
    try {
      const { blocks } = await readDocument(await file.read(), path);
      texts.push({ path, text: blocks.map(({ text }) => text).join("\n") });
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      trouble = true;
      process.stderr.write(`${path}：${error.message}\n`);
    }
  }
  if (texts.length === 0) {
    process.stderr.write("没有读到文件，提不出术语。\n");
    return EXIT_TROUBLE;
  }
  const proposals = proposeTerms(texts, jieba);
  const pack = writeTermPack(proposals);
  if (output === undefined) process.stdout.write(pack);
  else writeFileSync(output, pack);
  process.stderr.write(
    `读了 ${texts.length} 份文件，提出机关名称 ${proposals.organs.length} 个、术语 ${proposals.terms.length} 个，请逐条核对。\n`,
  );
  return trouble ? EXIT_TROUBLE : 0;
}
