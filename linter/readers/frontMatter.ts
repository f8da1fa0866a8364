import type { MetadataRecord } from "../document/metadata";

/** The YAML between two lines of three hyphens at the top of a text. Offsets into the source. */
export interface FrontMatter {
  yaml: string;
  yamlStart: number;
  /** Where the text proper begins. */
  bodyStart: number;
}

/** Cheap: looks no further than the first line unless it is `---`. */
export function splitFrontMatter(source: string): FrontMatter | null {
  const opening = /^---[ \t]*(?:\r\n|\r|\n)/.exec(source.slice(0, 80));
  if (!opening) return null;
  const yamlStart = opening[0].length;
  const closing = /(?:^|\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)/.exec(source.slice(yamlStart));
  if (!closing) return null;
  return {
    yaml: source.slice(yamlStart, yamlStart + closing.index),
    yamlStart,
    bodyStart: yamlStart + closing.index + closing[0].length,
  };
}

/**
 * Reads front matter into a metadata record; what could not be taken becomes a note in Chinese.
 * @returns null if it is no mapping of keys: then it is text between two rules, and no front matter.
 */
export async function readFrontMatter(
  { yaml }: FrontMatter,
  path: string,
): Promise<{ record: MetadataRecord | null; notes: string[] } | null> {
  if (yaml.trim() === "") return { record: null, notes: [] };
  const mapping = await parseMapping(yaml);
  if (!mapping) return null;
  if ("errorLine" in mapping) return { record: null, notes: [explainYaml(mapping.errorLine)] };
  const { parseMetadata } = await import("../document/metadataSchema");
  const { values, problems } = parseMetadata(mapping.value);
  const isEmpty = Object.keys(values).length === 0;
  if (mapping.isLenient && isEmpty && problems.length === 0) return null;
  const notes = problems.map(({ path: key, expected, found }) => {
    const line = mapping.lineOf(key.split(".")[0] as string);
    return `开头的文件信息第 ${line} 行“${key}”：应为${expected}，写的是“${found}”，未采用。`;
  });
  const record: MetadataRecord = { source: "front-matter", label: `${path} 开头的文件信息`, values };
  return { record: isEmpty ? null : record, notes };
}

function explainYaml(line: number): string {
  return `开头的文件信息（第 ${line} 行）不符合 YAML 写法，未能读取。请写成“项目: 内容”，冒号用半角并在后面空一格。`;
}

/** A YAML mapping; lines are those of the file, whose first is the opening rule. */
interface Mapping {
  value: unknown;
  lineOf(key: string): number;
  /** Only with full-width colons read as YAML's own. */
  isLenient: boolean;
}

const FULL_WIDTH_COLON = /^([ \t]*[\u4E00-\u9FFF]{2,12})：[ \t]*/gm;

/** Null: plain text. Those who write Chinese write 公开属性：主动公开, so that is tried when YAML finds no mapping. */
async function parseMapping(yaml: string): Promise<Mapping | { errorLine: number } | null> {
  const { LineCounter, isMap, isScalar, parseDocument } = await import("yaml");
  const parse = (text: string, isLenient: boolean): Mapping | { errorLine: number } | null => {
    const lines = new LineCounter();
    const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const lineAt = (offset: number) => lines.linePos(offset).line + 1;
    const { contents, errors } = parsed;
    if (errors[0]) return /^[^\s#:：]+\s*:/m.test(text) ? { errorLine: lineAt(errors[0].pos[0]) } : null;
    if (!isMap(contents)) return null;
    const lineOf = (key: string) => {
      const pair = contents.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      return lineAt(isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0);
    };
    try {
      return { value: parsed.toJS({ maxAliasCount: 100 }), lineOf, isLenient };
    } catch (failure) {
      // Aliases that multiply without end.
      if (failure instanceof ReferenceError) return { errorLine: lineAt(0) };
      throw failure;
    }
  };
  // YAML knows no line ends of old Macintoshes.
  const text = yaml.replace(/\r(?!\n)/g, "\n");
  const strict = parse(text, false);
  if (strict && "value" in strict) return strict;
  const lenient = parse(text.replace(FULL_WIDTH_COLON, "$1: "), true);
  return lenient && "value" in lenient ? lenient : strict;
}
