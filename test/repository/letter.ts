import { DECOYS } from "./decoys";
import type { LawShelf } from "./laws";
import type { Format, Paper } from "./paper";
import { ERRAND_SENTENCES, ERRANDS, ORGANS, TOWNS } from "./phrases";
import type { Random } from "./random";

export const NOTE = "（此件公开发布）";

/** Counts the letters of each organ and year, so that numbers run without gaps. */
export class Registrar {
  readonly #last = new Map<string, number>();

  next(code: string, year: number): string {
    const series = `${code}〔${year}〕`;
    const number = (this.#last.get(series) ?? 0) + 1;
    this.#last.set(series, number);
    return `${series}${number}号`;
  }
}

export interface LetterSettings {
  index: number;
  format: Format;
  random: Random;
  shelf: LawShelf;
  registrar: Registrar;
  /** Letters written before, to be cited. */
  earlier: readonly Paper[];
  /** Further paragraphs, of some 100 characters each. */
  paragraphs?: number;
}

/** An issued 通知 between organs, with its number, a right citation of a law, mostly one of an earlier letter, and a decoy. */
export function letter({
  index,
  format,
  random,
  shelf,
  registrar,
  earlier,
  paragraphs = 0,
}: LetterSettings): Paper {
  const organ = ORGANS[index % ORGANS.length] as (typeof ORGANS)[number];
  const round = Math.floor(index / ORGANS.length);
  const errand = ERRANDS[round % ERRANDS.length] as string;
  const town = TOWNS[Math.floor(round / ERRANDS.length) % TOWNS.length] as string;
  const year = 2021 + (index % 6);
  const number = registrar.next(organ.code, year);
  const cited = earlier.length > 0 && random.below(4) > 0 ? random.pick(earlier) : null;
  const before = cited ? `按照《${cited.title}》（${cited.number}）的安排，` : "";
  const sentences = random.some(ERRAND_SENTENCES, 4 + random.below(4));
  return {
    path: `${year}年/${organ.name}/${number}`,
    format,
    number,
    title: `${organ.name}关于${year}年${town}${errand}的通知`,
    lines: [
      "各乡镇人民政府，县政府各部门：",
      `为做好${town}${errand}，${before}根据${shelf.sound(random)}的有关规定，现将有关事项通知如下。`,
      ...sentences,
      (DECOYS[index % DECOYS.length] as (typeof DECOYS)[number]).write({ random, shelf }),
      ...Array.from({ length: paragraphs }, (_, place) => furtherParagraph(place, random, shelf)),
    ],
    signer: organ.name,
    date: `${year}年${1 + (round % 10)}月${1 + random.below(28)}日`,
    after: [NOTE],
    frontMatter: [],
    layout: {},
  };
}

/** Every fourth rests on a law. */
function furtherParagraph(place: number, random: Random, shelf: LawShelf): string {
  const ground = place % 4 === 0 ? `有关手续按照${shelf.sound(random)}的规定办理。` : "";
  return `${random.pick(TOWNS)}的安排另行商定。${random.some(ERRAND_SENTENCES, 3).join("")}${ground}`;
}
