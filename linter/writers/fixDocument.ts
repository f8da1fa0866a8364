import type { OfficialDocument } from "../document/document";
import type { Edit, Finding, Fix, FormatEdit } from "../engine/finding";
import { applyFixes, type FixLevel } from "./applyEdits";
import type { Written } from "./written";

export interface FixDocumentOptions {
  safety: FixLevel;
  /** 修订者, for tracked changes. */
  author: string;
  date: Date;
  /** In a .docx, as tracked changes (修订). */
  tracked: boolean;
}

export interface FixedDocument {
  /** The very bytes given when nothing was changed. */
  bytes: Uint8Array;
  applied: readonly Finding[];
  /** Findings whose fix the file does not allow, with the reason in Chinese. */
  refused: readonly { finding: Finding; reason: string }[];
}

/**
 * One pass: makes the fixes of a document's findings in its file, each whole or not at all. Formats that cannot be written
 * keep their bytes, and all is refused. Formatting waits for a pass in which no text is edited.
 */
export async function fixDocument(
  bytes: Uint8Array,
  document: OfficialDocument,
  findings: readonly Finding[],
  options: FixDocumentOptions,
): Promise<FixedDocument> {
  const refused: { finding: Finding; reason: string }[] = [];
  const except = new Set<Fix>();
  const write = await writerFor(document, options);
  if (!write) {
    const { applied } = applyFixes(findings, { safety: options.safety });
    const reason = "这种格式的文件不能直接修改，请用原来的软件修改";
    return { bytes, applied: [], refused: applied.map((finding) => ({ finding, reason })) };
  }
  for (;;) {
    const { edits, formats, applied } = applyFixes(findings, { safety: options.safety, except });
    const written = write(bytes, document, edits, formats);
    if (written.refused.length === 0) return { bytes: written.bytes, applied, refused };
    // Of a fix that cannot be made whole nothing is made.
    const impossible = new Map(written.refused.map(({ edit, reason }) => [edit, reason]));
    for (const finding of applied) {
      const all = [...(finding.fix?.edits ?? []), ...(finding.fix?.formats ?? [])];
      const reason = all.map((edit) => impossible.get(edit)).find((why) => why !== undefined);
      if (!finding.fix || reason === undefined) continue;
      except.add(finding.fix);
      refused.push({ finding, reason });
    }
  }
}

type Writer = (
  bytes: Uint8Array,
  document: OfficialDocument,
  edits: readonly Edit[],
  formats: readonly FormatEdit[],
) => Written;

async function writerFor(document: OfficialDocument, options: FixDocumentOptions): Promise<Writer | null> {
  switch (document.format) {
    case "docx": {
      const [{ fixDocx }, { formatDocx }] = await Promise.all([
        import("./docx/fixDocx"),
        import("./docx/formatDocx"),
      ]);
      return (bytes, read, edits, formats) =>
        formats.length > 0 ? formatDocx(bytes, read, formats, options) : fixDocx(bytes, read, edits, options);
    }
    case "md":
    case "txt": {
      const { fixText } = await import("./text");
      return (bytes, read, edits) => fixText(bytes, read, edits);
    }
    case "html": {
      const [{ fixText }, { declaredEncoding }] = await Promise.all([
        import("./text"),
        import("../readers/html/readHtml"),
      ]);
      return (bytes, read, edits) => fixText(bytes, read, edits, declaredEncoding(bytes));
    }
    default:
      return null;
  }
}
