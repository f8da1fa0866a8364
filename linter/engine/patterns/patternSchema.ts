import safeRegex from "safe-regex2";
import { z } from "zod";

const text = z.string().min(1);

/** A rule written as data in a configuration (自定规则): exactly one of `words`, `regex` and `absent` says what it looks for. */
export const patternSchema = z
  .strictObject({
    /** With a prefix that no rule of the program has: local/old-name. */
    id: z
      .string()
      .regex(/^local(\/[a-z0-9-]+)+$/, "应为 local/ 加名称，用小写英文字母、数字和连字符，如 local/old-name"),
    title: text,
    severity: z.enum(["error", "warning", "info"]).default("warning"),
    /** What the rule rests on. */
    basis: z.array(text).min(1),
    /** {match} and {replacement} stand for the words found and what to write instead. */
    message: text.optional(),
    description: text.optional(),
    advice: text.optional(),
    /** Words that should not stand there; with what to write instead. */
    words: z.union([z.array(text).min(1), z.record(text, z.string())]).optional(),
    /** A regular expression of JavaScript, without slashes. */
    regex: text.optional(),
    /** What to write instead of a match of `regex`; $1 stands for its first group. */
    replacement: z.string().optional(),
    /** Words of which a document has to hold one. */
    absent: z.array(text).min(1).optional(),
    /** Phrases within which a match is in order: 原工商局. */
    except: z.array(text).default([]),
    /** Only where words begin and end, by segmentation: 法制办 is not found in 法制办法. */
    boundaries: z.boolean().default(false),
    /** 文种 of the documents it speaks of; none: all. */
    kinds: z.array(text).default([]),
    scope: z.array(z.enum(["title", "body", "table", "notes"])).default(["title", "body", "table", "notes"]),
    /** How sure the replacement is: safe is made by --fix, unsafe by --unsafe-fixes, suggestion is shown only. */
    fix: z.enum(["safe", "unsafe", "suggestion"]).default("unsafe"),
  })
  .superRefine((pattern, context) => {
    const problem = (key: string, message: string) =>
      context.addIssue({ code: "custom", path: [key], message });
    const ways = [pattern.words, pattern.regex, pattern.absent].filter((way) => way !== undefined);
    if (ways.length !== 1) problem("words", "words、regex、absent 要写一个，也只能写一个");
    if (pattern.replacement !== undefined && pattern.regex === undefined)
      problem("replacement", "replacement 只与 regex 一起用");
    if (pattern.boundaries && pattern.absent !== undefined)
      problem("boundaries", "boundaries 只与 words、regex 一起用");
    if (pattern.regex !== undefined) {
      const wrong = regexProblem(pattern.regex);
      if (wrong) problem("regex", wrong);
    }
  });

/** As checked, with what was left out filled in. Plain data: it goes to threads and caches. */
export type Pattern = z.infer<typeof patternSchema> & {
  /** What `organs` and `terms` of the configuration hold, where the rule asks for boundaries. */
  ownWords?: readonly string[];
};

/** Nested repetition is refused: on some text it would run for hours. */
function regexProblem(source: string): string | null {
  try {
    const regex = new RegExp(source, "gu");
    if (regex.test("")) return "应为不匹配空文字的正则表达式";
  } catch {
    return "应为 JavaScript 的正则表达式";
  }
  return safeRegex(source) ? null : "应为简单的正则表达式：重复里面又有重复，或者重复太多，可能极慢";
}
