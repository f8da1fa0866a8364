import { type CodeAction, CodeActionKind, type Range, type TextEdit } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { OfficialDocument } from "../document/document";
import type { Finding } from "../engine/finding";
import { fixDocument } from "../writers/fixDocument";
import { fixText } from "../writers/text";
import type { Checked } from "./lintDraft";
import { diagnosticOf, overlaps, rangeOf } from "./present";

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.gongwen-lint`;
export const ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL];

/** What can be done about the findings in a range: their fixes, and in Markdown an exception for the paragraph. */
export async function codeActions(
  text: TextDocument,
  checked: Checked,
  range: Range,
  wanted: readonly string[] | undefined,
): Promise<CodeAction[]> {
  const asked = (kind: string) =>
    wanted === undefined || wanted.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  const document = await checked.document();
  const here = checked.findings.filter((finding) => overlaps(rangeOf(finding), range));
  if (asked(CodeActionKind.QuickFix)) {
    for (const finding of here) actions.push(...fixOf(finding, text, checked.bytes, document));
    for (const finding of here) actions.push(...exceptionFor(finding, text, document));
  }
  if (asked(FIX_ALL)) actions.push(...(await fixAll(text, checked, document)));
  return actions;
}

function fixOf(
  finding: Finding,
  text: TextDocument,
  bytes: Uint8Array,
  document: OfficialDocument,
): CodeAction[] {
  const { fix } = finding;
  if (!fix || fix.formats || fix.edits.length === 0) return [];
  const written = fixText(bytes, document, fix.edits);
  const edit = written.refused.length === 0 ? difference(text, written.bytes) : null;
  if (!edit) return [];
  return [
    {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      isPreferred: fix.safety === "safe",
      diagnostics: [diagnosticOf(finding)],
      edit: edited(text, edit),
    },
  ];
}

/** A comment that takes the rule back for this paragraph; the drafter writes the reason. */
function exceptionFor(finding: Finding, text: TextDocument, document: OfficialDocument): CodeAction[] {
  const block = document.blocks[finding.place.block];
  if (document.format !== "md" || !block || (block.role !== "paragraph" && block.role !== "heading"))
    return [];
  const [segment] = block.origin.kind === "text" ? block.origin.segments : [];
  if (!segment) return [];
  const start = { line: text.positionAt(segment.source).line, character: 0 };
  const newText = `<!-- gongwen-lint-disable-next ${finding.ruleId}: 在此写明理由 -->\n\n`;
  return [
    {
      title: `本段不按 ${finding.ruleId} 报告（写成例外，需写明理由）`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding)],
      edit: edited(text, { range: { start, end: start }, newText }),
    },
  ];
}

async function fixAll(
  text: TextDocument,
  { bytes, findings }: Checked,
  document: OfficialDocument,
): Promise<CodeAction[]> {
  const options = { safety: "safe", author: "", date: new Date(), tracked: false } as const;
  const fixed = await fixDocument(bytes, document, findings, options);
  const edit = difference(text, fixed.bytes);
  if (!edit) return [];
  return [
    { title: `改正全部有把握的问题（${fixed.applied.length}处）`, kind: FIX_ALL, edit: edited(text, edit) },
  ];
}

/** One edit that makes the text what the bytes hold; null when it is already. */
function difference(text: TextDocument, bytes: Uint8Array): TextEdit | null {
  const [before, after] = [text.getText(), new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)];
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) front++;
  let back = 0;
  while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back])
    back++;
  return {
    range: { start: text.positionAt(front), end: text.positionAt(before.length - back) },
    newText: after.slice(front, after.length - back),
  };
}

/** Tied to the version it was made for, so that an editor refuses it on a newer text. */
function edited({ uri, version }: TextDocument, edit: TextEdit) {
  return { documentChanges: [{ textDocument: { uri, version }, edits: [edit] }] };
}
