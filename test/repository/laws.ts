import type { Law, LawRegistry, LawVersion } from "../../linter/facts/laws";
import type { Random } from "./random";

/** Laws of the project's own registry, sorted by what can rightly and wrongly be said of them on a day. */
export interface LawShelf {
  /** A right citation of a law in force. */
  sound(random: Random): string;
  inForce: readonly { law: Law; current: LawVersion; articles: number }[];
  repealed: readonly Law[];
  /** In force with a text before the current one. */
  amended: readonly { law: Law; earlier: LawVersion; since: string }[];
  /** Regulations with the order number of another. */
  numbered: readonly { law: Law; order: string; wrong: string }[];
  upcoming: readonly Law[];
  changing: readonly Law[];
  misspelt: readonly { law: Law; title: string }[];
}

/** The year of the oldest letters. */
const FIRST_YEAR = "2021";

export function openShelf(laws: LawRegistry, day: string): LawShelf {
  const states = [...laws.search("法", 10_000), ...laws.search("条例", 10_000)]
    .filter((law, index, all) => all.findIndex(({ id }) => id === law.id) === index)
    .filter((law) => (law.level === "法律" || law.level === "行政法规") && law.confidence === "high")
    .filter((law) => laws.namesakes(law).length === 1 && /^中华人民共和国[^（(]+(?:法|条例)$/.test(law.title))
    .map((law) => ({ law, state: laws.state(law, day) }))
    .sort((a, b) => (a.law.title < b.law.title ? -1 : 1));
  const settled = states.filter(
    ({ state }) => state.status === "in-force" && !state.upcoming && !state.endsOn,
  );
  const inForce = settled.flatMap(({ law, state: { current } }) =>
    current?.articles && current.articles > 30 && law.level === "法律"
      ? [{ law, current, articles: current.articles }]
      : [],
  );
  const regulations = settled.flatMap(({ law }) => {
    const [order] = law.versions.length === 1 ? law.versions.map((version) => version.order) : [];
    return law.level === "行政法规" && order ? [{ law, order }] : [];
  });
  return {
    sound: (random) => {
      const { law, articles, current } = random.pick(inForce);
      // Articles of laws that were revised later may have moved since a letter was written.
      const settledBefore = (current.effective ?? "9") < FIRST_YEAR;
      return random.below(2) === 0 || !settledBefore
        ? `《${law.title}》`
        : `《${law.title}》第${chinese(1 + random.below(articles))}条`;
    },
    inForce,
    repealed: states
      .filter(({ state }) => state.status === "repealed" && state.successor)
      .map(({ law }) => law),
    amended: inForce.flatMap(({ law, current }) => {
      const dated = law.versions.filter((version) => version.adopted && version.kind !== "enacted");
      const earlier = dated.at(-2);
      const isLast = dated.at(-1) === current;
      const years = dated.map((version) => version.adopted?.slice(0, 4));
      return earlier && isLast && new Set(years).size === years.length && current.effective
        ? [{ law, earlier, since: current.effective }]
        : [];
    }),
    numbered: regulations.map(({ law, order }, index) => ({
      law,
      order,
      wrong: regulations[(index + 1) % regulations.length]?.order as string,
    })),
    upcoming: states.filter(({ state }) => state.status === "not-yet-in-force").map(({ law }) => law),
    changing: states
      .filter(({ state }) => state.status === "in-force" && state.upcoming)
      .map(({ law }) => law),
    misspelt: inForce.flatMap(({ law }) => {
      const title = law.title.replace(/(.)(法)$/, "$2");
      return law.title.length > 12 && laws.find(title) === null && laws.near(title)?.id === law.id
        ? [{ law, title }]
        : [];
    }),
  };
}

/** 1–999 in Chinese numerals. */
export function chinese(value: number): string {
  const digits = "零一二三四五六七八九";
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const high = hundreds > 0 ? `${digits[hundreds]}百` : "";
  const middle =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? "" : digits[tens]}十` : hundreds > 0 && ones > 0 ? "零" : "";
  return `${high}${middle}${ones > 0 ? digits[ones] : ""}`;
}
