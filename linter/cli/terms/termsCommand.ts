import { existsSync, statSync, writeFileSync } from "node:fs";
import { extensions, readDocument } from "../../readers/index";
import { UnreadableDocumentError } from "../../readers/unreadable";
import { findFiles } from "../../workspace/node/findFiles";
import { EXIT_TROUBLE } from "../exitCodes";
import { loadJieba } from "./jieba";
import { writeTermPack } from "./pack";
import { proposeTerms } from "./propose";
import type { NamedText } from "./wordRuns";

/** `gongwen-lint terms`: proposes an organisation's own terms from its documents; returns the exit code. */
export async function termsCommand(folder: string, { output }: { output?: string }): Promise<number> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    process.stderr.write(`没有这个文件夹：${folder}\n`);
    return EXIT_TROUBLE;
  }
  if (output && existsSync(output)) {
    process.stderr.write(`已有 ${output}，没有改动\n`);
    return EXIT_TROUBLE;
  }
  const jieba = await loadJieba();
  const texts: NamedText[] = [];
  let trouble = false;
  for (const file of findFiles([folder], extensions).files.filter(({ path }) => !/\.ya?ml$/.test(path))) {
    try {
      const { blocks } = await readDocument(await file.read(), file.path);
      texts.push({ path: file.path, text: blocks.map(({ text }) => text).join("\n") });
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      trouble = true;
      process.stderr.write(`${file.path}：${error.message}\n`);
    }
  }
  const pack = writeTermPack(proposeTerms(texts, jieba));
  if (output) writeFileSync(output, pack, { flag: "wx" });
  else process.stdout.write(pack);
  return trouble ? EXIT_TROUBLE : 0;
}
