import type { Root } from "mdast";
import type { Plugin } from "unified";
import type { VFile } from "vfile";
import type { OfficialDocument } from "./document/document";
import { sourceRange } from "./document/locate";
import type { ConfiguredRule } from "./engine/configure";
import type { Finding } from "./engine/finding";
import type { AsOf } from "./engine/judgementDate";
import type { LawRegistry } from "./facts/laws";
import { lint } from "./lint";
import { readFrontMatter } from "./readers/frontMatter";
import { findLineStarts } from "./readers/lines";
import { blocksFromMdast } from "./readers/mdast/blocks";

const SOURCE = "gongwen-lint";

export interface RemarkGongwenOptions {
  rules: readonly ConfiguredRule[];
  laws: LawRegistry;
  /** Default: today. */
  asOf?: AsOf;
}

/**
 * Runs the linter over a tree remark has parsed, so that remark-cli, editors and every vfile reporter show its
 * findings: an error is a fatal message, a warning a warning, an info an info. Put it behind remark-frontmatter, which
 * gives the document's metadata. The tree is not changed. Messages also carry actual, expected, note and url.
 */
export const remarkGongwen: Plugin<[RemarkGongwenOptions], Root> = (options) => async (tree, file) => {
  const document = await documentFromTree(tree, file);
  if (document.blocks.length === 0) return;
  for (const note of document.readerNotes) file.message(note, { source: SOURCE, ruleId: "front-matter" });
  const { findings, failures } = lint(document, options);
  for (const finding of findings) report(file, document, finding);
  for (const { ruleId, message } of failures) {
    const failure = file.message(`规则没有检查完：${message}`, { source: SOURCE, ruleId });
    failure.fatal = true;
  }
};

export default remarkGongwen;

async function documentFromTree(tree: Root, file: VFile): Promise<OfficialDocument> {
  // remark counts offsets from behind a byte order mark
  const source = String(file).replace(/^\uFEFF/, "");
  const front = tree.children[0];
  const yamlStart = source.search(/[\r\n]/) + 1;
  const metadata =
    front?.type === "yaml"
      ? await readFrontMatter(
          { yaml: front.value, yamlStart, bodyStart: front.position?.end.offset ?? yamlStart },
          file.path ?? "",
        )
      : null;
  return {
    path: file.path ?? "",
    format: "md",
    ...blocksFromMdast(tree, source),
    metadata: metadata?.record ? [metadata.record] : [],
    lineStarts: findLineStarts(source),
    readerNotes: metadata?.notes ?? [],
  };
}

function report(file: VFile, document: OfficialDocument, finding: Finding): void {
  const message = file.message(finding.message, {
    place: placeOf(document, finding),
    ruleId: finding.ruleId,
    source: SOURCE,
  });
  message.fatal = { error: true, warning: false, info: undefined }[finding.severity];
  message.actual = finding.quote;
  const edits = finding.fix?.edits ?? [];
  if (edits.length === 1) message.expected = edits.map(({ text }) => text);
  message.note = [...finding.suggestions, ...finding.basis.map((basis) => `依据：${basis}`)].join("\n");
  message.url = finding.url;
}

function placeOf(document: OfficialDocument, { place, location }: Finding) {
  const block = document.blocks[place.block];
  const { line, column, endLine, endColumn } = location;
  if (!block || line === null || column === null || endLine === null || endColumn === null) return undefined;
  const [start, end] = sourceRange(block, place);
  return {
    start: { line, column, offset: start },
    end: { line: endLine, column: endColumn, offset: end },
  };
}
