import type { DocumentNumber } from "../blockFacts";
import { readArticles } from "./articles";
import { isOneOf, skipBlanks, wordAt, wordBefore } from "./characters";
import { readHead } from "./head";
import { readMarks } from "./marks";
import { type Notes, readNotes } from "./notes";
import { behindConnector, plainMention, type Reading } from "./reading";
import { readTitle } from "./title";

/** Words between marks and articles: 《…》中的第十条, 《…》的第十条. */
const BEFORE_ARTICLES = ["中的", "的", "中", "之"];
const ISSUED = ["印发", "公布", "发布", "颁布", "下发"];
const ISSUING_KINDS = ["的通知", "的函", "的公告", "的决定", "的通告"];

/** Finds every title in 《》 with what belongs to it on both sides. */
export function findMarkedTitles(text: string, numbers: readonly DocumentNumber[]): Reading[] {
  const found: Reading[] = [];
  let floor = 0;
  for (let open = text.indexOf("《"); open >= 0; open = text.indexOf("《", open)) {
    const reading = readMarked(text, open, floor, numbers);
    if (reading === null) {
      open++;
      continue;
    }
    dropSharedName(text, found[found.length - 1], reading);
    found.push(reading);
    floor = reading.mention.end;
    open = floor;
  }
  return found;
}

function readMarked(
  text: string,
  open: number,
  floor: number,
  numbers: readonly DocumentNumber[],
): (Reading & { collective: boolean }) | null {
  const marks = readMarks(text, open);
  if (marks === null) return null;
  const title = readTitle(text, marks.innerStart, marks.innerEnd);
  if (title.key === "") return null;
  const head = readHead(text, open, floor, numbers);
  const notes = notesBehind(text, marks.end, head.start, numbers);
  const articles = articlesBehind(text, notes.end);
  return {
    from: head.start,
    published: head.published,
    noted: notes.noted,
    collective: notes.abbreviation?.collective ?? false,
    mention: {
      ...plainMention("marked", title.key + notes.trial, title.span),
      start: open,
      end: articles?.end ?? notes.end,
      issuer: head.issuer,
      versionNote: title.version ?? notes.version ?? head.version,
      draft: title.draft || notes.draft,
      number: notes.number ?? head.number,
      stated: notes.stated ?? head.stated,
      articles: articles?.references ?? [],
      abbreviation: notes.abbreviation && { name: notes.abbreviation.name, span: notes.abbreviation.span },
    },
  };
}

/** Of 关于印发《…》的通知（国办发〔2018〕37号） the number behind the notice is the issued text's as well. */
function notesBehind(text: string, end: number, from: number, numbers: readonly DocumentNumber[]): Notes {
  const notes = readNotes(text, end, numbers);
  const kind = notes.end === end ? wordAt(text, end, ISSUING_KINDS) : "";
  const before = text[from - 1] === "了" ? from - 1 : from;
  if (kind === "" || wordBefore(text, before, ISSUED) === "") return notes;
  const outer = readNotes(text, end + kind.length, numbers);
  return outer.number === null ? notes : outer;
}

function articlesBehind(text: string, end: number): ReturnType<typeof readArticles> {
  const articles = readArticles(text, end);
  if (articles !== null) return articles;
  const word = wordAt(text, end, BEFORE_ARTICLES);
  return word === "" || !isOneOf("第", text, skipBlanks(text, end + word.length))
    ? null
    : readArticles(text, end + word.length);
}

/** 《甲》和《乙》（以下统称《办法》): the name stands for both, so it is no name of the second. */
function dropSharedName(
  text: string,
  previous: Reading | undefined,
  reading: Reading & { collective: boolean },
): void {
  if (!reading.collective || !previous) return;
  if (behindConnector(text, previous.mention.end) === reading.from) reading.mention.abbreviation = null;
}
