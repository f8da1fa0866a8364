import type { RuleContext } from "../linter/engine/rule";

/** What the linter could see of a draft: a whole 送审包, one file (or a shared folder), an editor page. */
export type Setting = "submission" | "file" | "editor";

type Context = Pick<RuleContext<object>, "document" | "facts" | "package" | "asOf">;

export function settingOf({ document, package: pack }: Context): Setting {
  if (pack?.submission) return "submission";
  return document.format === "editor" ? "editor" : "file";
}

/** Where evidence was sought, for messages; the second sentence says what could not be seen. */
export function lookedAt(context: Context): string {
  switch (settingOf(context)) {
    case "submission":
      return "已查看元数据、正文和同包材料，均未见到。";
    case "editor":
      return "编辑页面里只能看到正文和已填写的信息，其他材料这里看不到。";
    default:
      return context.package
        ? "已查看元数据、正文和同一文件夹里的材料，均未见到；存放在别处的材料这里看不到。"
        : "已查看元数据和正文；只有这一个文件，其他材料这里看不到。";
  }
}

/**
 * Was the document issued before the duty existed? A package is submitted now, whatever date its text bears; a date
 * that is not a full day decides nothing.
 */
export function isOlderThan(context: Context, duty: string): boolean {
  if (context.asOf.date < duty) return true;
  if (settingOf(context) === "submission") return false;
  const date = context.facts.elements.date?.value ?? context.facts.metadata.date ?? "";
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && date < duty;
}

/** Shortens a quotation for a message. */
export function shorten(words: string, length = 40): string {
  const plain = words.replace(/\s+/g, " ").trim();
  return plain.length > length ? `${plain.slice(0, length)}…` : plain;
}

/** The words around a span, cut at both ends: for quoting one phrase out of a long sentence. */
export function around(text: string, start: number, end: number, margin = 10): string {
  const from = Math.max(0, start - margin);
  const to = Math.min(text.length, end + margin);
  return `${from > 0 ? "…" : ""}${text.slice(from, to).replace(/\s+/g, " ").trim()}${to < text.length ? "…" : ""}`;
}

/** File name without its folder, for messages. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
