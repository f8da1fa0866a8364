import type { DocumentMetadata } from "../document/metadata";
import type { parseMetadata } from "../document/metadataSchema";
import type { CompanionRole } from "../engine/package";

/** File name of the manifest (材料清单) of a folder. */
export const MANIFEST_NAMES = ["gongwen.yaml", "gongwen.yml"] as const;

/** 材料清单: what gongwen.yaml states of a folder. Paths are relative to the folder. */
export interface Manifest {
  /** 正文 */
  main: string | null;
  /** Metadata of the main document. */
  values: DocumentMetadata;
  /** 材料: companions by role. */
  companions: readonly { path: string; role: CompanionRole }[];
  /** 文件: metadata of single files, for folders of several documents. */
  files: Readonly<Record<string, DocumentMetadata>>;
  /** 例外: rules taken back for a whole file, for formats without comments. */
  exceptions: readonly ManifestException[];
  /** What is wrong in the manifest: key, expected, found; in Chinese. */
  problems: readonly string[];
}

/** A rule taken back for one file of the folder, with the reason. */
export interface ManifestException {
  ruleId: string;
  path: string;
  reason: string;
  /** 1-based, in the manifest. */
  line: number;
}

export const ROLE_KEYS: Readonly<Record<string, CompanionRole>> = {
  政策解读: "interpretation",
  解读材料: "interpretation",
  解读方案: "interpretation-plan",
  合法性审核意见书: "review-opinion",
  合法性审核意见: "review-opinion",
  合法性审查意见书: "review-opinion",
  起草说明: "drafting-note",
  征求意见采纳情况: "consultation",
  公平竞争审查: "fair-competition",
  公平竞争审查表: "fair-competition",
  附件: "annex",
  其他: "other",
  interpretation: "interpretation",
  interpretationPlan: "interpretation-plan",
  reviewOpinion: "review-opinion",
  draftingNote: "drafting-note",
  consultation: "consultation",
  fairCompetition: "fair-competition",
  annex: "annex",
  other: "other",
};

/** Reads the text of a manifest. Never throws: what is wrong is listed in `problems`, the rest counts. */
export async function parseManifest(text: string): Promise<Manifest> {
  const [{ isNode, LineCounter, parseDocument }, { parseMetadata }] = await Promise.all([
    import("yaml"),
    import("../document/metadataSchema"),
  ]);
  const metadataOf = (value: unknown, prefix: string) => takeMetadata(parseMetadata(value), prefix, problems);
  const manifest = { main: null as string | null, companions: [] as { path: string; role: CompanionRole }[] };
  const files: Record<string, DocumentMetadata> = {};
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { prettyErrors: true, lineCounter });
  const problems = yaml.errors.map(
    ({ message, linePos }) => `第${linePos?.[0].line ?? "?"}行：不是合法的 YAML：${firstLine(message)}`,
  );
  const value: unknown = problems.length > 0 ? null : yaml.toJS();
  if (!isRecord(value)) {
    if (problems.length === 0 && value !== null) problems.push("清单应为“键: 值”的形式");
    return { ...manifest, values: {}, files, exceptions: [], problems };
  }

  const { 正文, main, 材料, companions, 文件, files: fileMap, 例外, exceptions: excepted, ...rest } = value;
  manifest.main = asPath(正文 ?? main, "正文", problems);
  for (const [key, paths] of entriesOf(材料 ?? companions, "材料", problems)) {
    const role = ROLE_KEYS[key];
    if (!role) problems.push(`材料.${key}：应为${Object.keys(ROLE_KEYS).slice(0, 11).join("、")}之一`);
    for (const path of Array.isArray(paths) ? paths : [paths]) {
      const name = asPath(path, `材料.${key}`, problems);
      if (role && name) manifest.companions.push({ path: name, role });
    }
  }
  for (const [path, metadata] of entriesOf(文件 ?? fileMap, "文件", problems)) {
    files[normalise(path)] = metadataOf(metadata, `文件.${path}.`);
  }
  const key = 例外 === undefined ? "exceptions" : "例外";
  const lineOf = (index: number) => {
    const node = yaml.getIn([key, index], true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    return start === undefined ? 1 : lineCounter.linePos(start).line;
  };
  const exceptions = readExceptions(例外 ?? excepted, key, lineOf, problems);
  return { ...manifest, values: metadataOf(rest, ""), files, exceptions, problems };
}

function readExceptions(
  value: unknown,
  key: string,
  lineOf: (index: number) => number,
  problems: string[],
): ManifestException[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    problems.push(`${key}：应为列表，每项写明规则、文件、理由`);
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    const { 规则, rule = 规则, 文件, file = 文件, 理由, reason = 理由 } = isRecord(item) ? item : {};
    const missing = Object.entries({ 规则: rule, 文件: file, 理由: reason })
      .filter(([, text]) => typeof text !== "string" || text.trim() === "")
      .map(([name]) => name);
    if (missing.length > 0) {
      problems.push(`${key}[${index}]：应写明${missing.join("、")}`);
      return [];
    }
    return [
      { ruleId: String(rule), path: normalise(String(file)), reason: String(reason), line: lineOf(index) },
    ];
  });
}

function takeMetadata(
  parsed: ReturnType<typeof parseMetadata>,
  prefix: string,
  problems: string[],
): DocumentMetadata {
  for (const { path, expected, found } of parsed.problems) {
    problems.push(`${prefix}${path}：应为${expected}，现为${found}`);
  }
  return parsed.values;
}

function entriesOf(value: unknown, key: string, problems: string[]): [string, unknown][] {
  if (value === undefined || value === null) return [];
  if (isRecord(value)) return Object.entries(value);
  problems.push(`${key}：应为“名称: 文件”的形式`);
  return [];
}

function asPath(value: unknown, key: string, problems: string[]): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return normalise(value);
  problems.push(`${key}：应为文件名`);
  return null;
}

/** Relative path with forward slashes and without a leading “./”. */
function normalise(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}
