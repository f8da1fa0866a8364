import type { BlockFacts, CitationMention } from "../blockFacts";
import type { Citation, DocumentPart } from "../documentFacts";
import { type OwnTitles, readOwnTitles } from "./ownTitles";

/** What a name stands for. */
interface Meaning {
  title: string | null;
  number: string | null;
  version: string | null;
}

/** What the document has said so far, in reading order. */
interface Reading {
  declared: Map<string, Meaning>;
  titleOfNumber: Map<string, string>;
  /** The last act of each kind: 条例 → 信访条例. */
  latest: Map<string, { meaning: Meaning; block: number }>;
}

const UNKNOWN: Meaning = { title: null, number: null, version: null };
const KINDS =
  "条例 细则 办法 规定 规则 决定 解释 意见 通知 方案 规范 规程 章程 准则 标准 纲要 公告 批复 法典 法".split(
    " ",
  );
/** 该条例 reaches back so many blocks; what was named further off nobody remembers. */
const MEMORY = 12;
/** Titles that only name a kind: 《条例》, 《实施意见》, 《纲要》. Without a declaration nobody knows which. */
const GENERIC =
  /^(?:新|旧|原)?(?:实施|管理|暂行|若干|试行|指导|补充|工作|行动|总体)?(?:条例|细则|办法|规定|规则|决定|解释|意见|通知|方案|规范|规程|章程|准则|标准|纲要|规划|计划|公告|批复|措施|目录|指南|指引|要点|法|要求|制度|报告|复函|函|令|清单|政策)(?:（[^（）]*）)?$/;
const POINTER = /^(?:本|前述|上述|前款|该|新|旧|原)/;

/**
 * Says what each mention means in this document: names declared by 以下简称, 本办法, 该条例. A declaration binds from where
 * it stands until another one takes the name. What cannot be known has `refersTo: null`. One pass, linear.
 */
export function resolveCitations(blocks: readonly BlockFacts[], parts: readonly DocumentPart[]): Citation[] {
  const own = readOwnTitles(parts, blocks.length);
  const reading: Reading = { declared: new Map(), titleOfNumber: new Map(), latest: new Map() };
  const citations: Citation[] = [];
  blocks.forEach(({ citations: mentions, shape }, block) => {
    const lineStart = shape.numbering?.span.end ?? 0;
    for (const mention of mentions) {
      const meaning = meaningOf(mention, block, reading, own);
      remember(mention, meaning, block, reading);
      citations.push({
        ...mention,
        purpose: isListItem(mention, lineStart) && own.listsRepealed(block) ? "repeal" : mention.purpose,
        block,
        refersTo: meaning.title,
        refersToNumber: mention.number?.standard ?? meaning.number,
        refersToVersion: mention.versionNote?.text ?? meaning.version,
        self:
          mention.form === "self" ||
          (isPresent(mention) && meaning.title !== null && own.all.has(meaning.title)),
      });
    }
  });
  return citations;
}

function meaningOf(mention: CitationMention, block: number, reading: Reading, own: OwnTitles): Meaning {
  const { title } = mention;
  switch (mention.form) {
    case "self":
      return title === null
        ? UNKNOWN
        : (reading.declared.get(title) ?? named(own.meaning(block, title.slice(1))));
    case "previous":
      return title === null ? UNKNOWN : previous(title, block, reading);
    case "number":
      return named(reading.titleOfNumber.get(mention.number?.standard ?? "") ?? null);
    case "marked":
    case "bare": {
      if (title === null) return UNKNOWN;
      const declared = mention.number === null ? reading.declared.get(title) : undefined;
      return declared ?? (GENERIC.test(title) ? UNKNOWN : named(title));
    }
  }
}

function named(title: string | null): Meaning {
  return { ...UNKNOWN, title };
}

/** 该条例, 前述办法: the nearest act of that kind. */
function previous(title: string, block: number, reading: Reading): Meaning {
  const declared = reading.declared.get(title);
  if (declared) return declared;
  const latest = reading.latest.get(kindOf(title.replace(POINTER, "")) ?? "");
  return latest && block - latest.block <= MEMORY ? latest.meaning : UNKNOWN;
}

function remember(mention: CitationMention, meaning: Meaning, block: number, reading: Reading): void {
  const full: Meaning = {
    title: meaning.title,
    number: mention.number?.standard ?? meaning.number,
    version: mention.versionNote?.text ?? meaning.version,
  };
  if (mention.abbreviation) reading.declared.set(mention.abbreviation.name, full);
  if (full.title === null || mention.form === "self") return;
  if (mention.number) reading.titleOfNumber.set(mention.number.standard, full.title);
  const kind = kindOf(full.title);
  if (kind !== null) reading.latest.set(kind, { meaning: full, block });
}

/** 条例 of 信访条例, 办法 of 某某办法（试行）. */
function kindOf(title: string): string | null {
  const name = title.replace(/（[^（）]*）$/, "");
  const kind = KINDS.find((ending) => name.endsWith(ending));
  return kind === "法典" ? "法" : (kind ?? null);
}

/** 2004年公布的《…》同时废止 in the new text of that name speaks of the old one. */
function isPresent(mention: CitationMention): boolean {
  return mention.purpose !== "repeal" && mention.purpose !== "history";
}

/** In a list of documents, 12.《…》, the citation opens its line. */
function isListItem(mention: CitationMention, lineStart: number): boolean {
  return mention.purpose === "reference" && mention.start - lineStart <= 1;
}
