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
  const [{ LineCounter, isMap, isScalar, parseDocument }, { parseMetadata }] = await Promise.all([
    import("yaml"),
    import("../document/metadataSchema"),
  ]);
  const lines = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const { contents } = parsed;
  /** Of the file: the opening rule is its first line. */
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const error = parsed.errors[0];
  if (error) {
    if (!/^[^\s#:：]+\s*:/m.test(yaml)) return null;
    const note = `开头的文件信息（第 ${lineAt(error.pos[0])} 行）不符合 YAML 写法，未能读取。请写成“项目: 内容”，冒号用半角并在后面空一格。`;
    return { record: null, notes: [note] };
  }
  if (!isMap(contents)) return contents === null && yaml.trim() === "" ? { record: null, notes: [] } : null;
  const { values, problems } = parseMetadata(parsed.toJS({ maxAliasCount: 100 }));
  const notes = problems.map(({ path: key, expected, found }) => {
    const outer = key.split(".")[0];
    const pair = contents.items.find((item) => isScalar(item.key) && String(item.key.value) === outer);
    const offset = isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
    return `开头的文件信息第 ${lineAt(offset)} 行“${key}”：应为${expected}，写的是“${found}”，未采用。`;
  });
  const record: MetadataRecord = { source: "front-matter", label: `${path} 开头的文件信息`, values };
  return { record: Object.keys(values).length > 0 ? record : null, notes };
}
