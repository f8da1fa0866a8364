import type { LawRegistry } from "../../linter/facts/laws";
import { ARCHIVE_DEFECTS, succession } from "./archive";
import { type Defect, type Expected, LETTER_DEFECTS, SUBMISSION_DEFECTS } from "./defects";
import { type LawShelf, openShelf } from "./laws";
import { letter, Registrar } from "./letter";
import { OTHER_KINDS } from "./otherKinds";
import { FORMATS, type Format, type Paper, pathOf, write } from "./paper";
import { seeded } from "./random";
import { papersOf, type Submission, submission } from "./submission";

export interface RepositorySettings {
  /** How many documents, companions among them, at least. */
  documents: number;
  seed: number;
  /** Plant each kind of defect this often, in as many formats; 0 makes a repository without any. */
  defects: number;
  laws: LawRegistry;
  /** Further paragraphs of each letter, of some 100 characters; default none, which makes short letters. */
  paragraphs?: number;
  /** The day for which citations are right or wrong. */
  asOf: string;
}

export interface GeneratedRepository {
  files: Map<string, Uint8Array>;
  expected: (Expected & { defect: string })[];
}

/** A county's repository of official documents: issued letters by year and organ, and packages submitted for review. */
export function generateRepository(settings: RepositorySettings): GeneratedRepository {
  const { seed, laws, asOf } = settings;
  const random = seeded(seed);
  const tools = { random, shelf: openShelf(laws, asOf) };
  const files = new Map<string, Uint8Array>();
  const expected: GeneratedRepository["expected"] = [];
  const put = (paper: Paper) => files.set(pathOf(paper), write(paper));

  function plant<T>(defect: Defect<T> | undefined, subject: T): void {
    if (!defect) return;
    const found = defect.plant(subject, tools);
    if (!found) return;
    expected.push({ ...found, ruleId: defect.ruleId, defect: defect.name });
    for (const ruleId of defect.also ?? []) expected.push({ path: found.path, ruleId, defect: defect.name });
  }

  const letters = writeLetters(settings, tools, plant);
  const packages = writePackages(settings, tools, plant);
  const archive = writeArchive(settings, expected);
  const others = writeOtherKinds(settings, tools);
  for (const paper of [...letters, ...packages.flatMap(papersOf), ...archive, ...others]) put(paper);
  for (const { folder, manifest } of packages)
    if (manifest) files.set(`${folder}/gongwen.yaml`, new TextEncoder().encode(`${manifest.join("\n")}\n`));
  return { files, expected };
}

type Plant = <T>(defect: Defect<T> | undefined, subject: T) => void;

interface Tools {
  random: ReturnType<typeof seeded>;
  shelf: LawShelf;
}

function writeLetters(
  { documents, defects, paragraphs }: RepositorySettings,
  tools: Tools,
  plant: Plant,
): Paper[] {
  const registrar = new Registrar();
  const letters: Paper[] = [];
  const count = Math.ceil(documents * 0.7);
  const planned = schedule(LETTER_DEFECTS, defects, count, tools.random);
  for (const [index, { format, defect }] of planned.entries()) {
    const paper = letter({ ...tools, index, format, registrar, earlier: letters, paragraphs });
    plant(defect, paper);
    letters.push(paper);
  }
  return letters;
}

function writePackages({ documents, defects }: RepositorySettings, tools: Tools, plant: Plant): Submission[] {
  const count = Math.ceil((documents * 0.3) / 4);
  const planned = schedule(SUBMISSION_DEFECTS, defects, count, tools.random);
  return planned.map(({ format, defect }, index) => {
    const pack = submission({ ...tools, index, format });
    if (index % 3 === 0) pack.manifest = ["公开属性: 主动公开", "状态: 送审"];
    if (defect?.ruleId === "missing-disclosure") pack.manifest = null;
    plant(defect, pack);
    return pack;
  });
}

/** Enough that every kind comes in every format. */
function writeOtherKinds({ documents }: RepositorySettings, tools: Tools): Paper[] {
  const registrar = new Registrar();
  const count = Math.ceil((documents * 0.1) / OTHER_KINDS.length);
  return OTHER_KINDS.flatMap((write) =>
    Array.from({ length: count }, (_, index) =>
      write({ ...tools, index, registrar, format: FORMATS[index % FORMATS.length] as Format }),
    ),
  );
}

/** Letters that repeal, cite and number each other: sound ones, then each defect as often as asked. */
function writeArchive({ defects }: RepositorySettings, expected: GeneratedRepository["expected"]): Paper[] {
  const registrar = new Registrar();
  const planned = [
    ...FORMATS.map((format) => ({ format, defect: null })),
    ...ARCHIVE_DEFECTS.flatMap((defect, kind) =>
      Array.from({ length: defects }, (_, time) => ({
        defect,
        format: FORMATS[(kind + time) % FORMATS.length] as Format,
      })),
    ),
  ];
  return planned.flatMap(({ format, defect }, index) => {
    const papers = succession(index, format, registrar);
    for (const found of defect?.plant(papers, index, registrar) ?? [])
      expected.push({ ...found, ruleId: defect?.ruleId ?? "", defect: defect?.name ?? "" });
    return [papers.old, papers.current, papers.later, ...papers.extra];
  });
}

interface Planned<T> {
  format: Format;
  defect?: Defect<T>;
}

/** Spreads the defects over the documents and formats: each as often as asked, every time in another format. */
function schedule<T>(
  defects: readonly Defect<T>[],
  times: number,
  count: number,
  { below }: Tools["random"],
): Planned<T>[] {
  const faulty = defects.flatMap((defect, kind) =>
    Array.from({ length: times }, (_, time): Planned<T> => {
      const formats = defect.formats ?? FORMATS;
      return { defect, format: formats[(kind + time) % formats.length] as Format };
    }),
  );
  const sound = Array.from(
    { length: Math.max(0, count - faulty.length) },
    (_, index): Planned<T> => ({ format: FORMATS[index % FORMATS.length] as Format }),
  );
  const all = [...sound, ...faulty];
  for (let last = all.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [all[last], all[other]] = [all[other] as Planned<T>, all[last] as Planned<T>];
  }
  return all;
}
