import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readData } from "../../../rules/laws/build/data";
import { encodeCompact } from "../../../rules/laws/build/encode";
import { readCompact } from "../../../rules/laws/compact";
import { canonicalNumber } from "../../../rules/laws/number";

const { rows, moved, faults } = readData();
const compact = encodeCompact(rows, moved);

describe("the data of the registry", () => {
  it("agree with the schema and with each other", () => {
    expect(faults).toEqual([]);
    expect(rows.length).toBeGreaterThan(10_000);
  });

  it("say of every row where it comes from", () => {
    expect(rows.filter((row) => row.source.trim() === "")).toEqual([]);
  });

  it("hold facts only: no field is long enough for the text of an article", () => {
    const long = rows.filter((row) => row.title.length > 130 || (row.note ?? "").length > 120);
    expect(long.map((row) => row.title)).toEqual([]);
  });

  it("write numbers in a form that is read again", () => {
    const orders = rows.flatMap((row) =>
      row.versions.flatMap(({ order }) => (order === null ? [] : [order])),
    );
    const unread = orders.filter((order) => canonicalNumber(order) === null);
    expect(unread).toEqual([]);
    const unstable = orders.filter((order) => {
      const canonical = canonicalNumber(order) as string;
      return canonicalNumber(canonical) !== canonical;
    });
    expect(unstable).toEqual([]);
  });

  it("have the judicial interpretations' numbers and mended titles merged", () => {
    const byTitle = new Map(rows.map((row) => [row.title, row]));
    expect(
      byTitle.get("最高人民法院关于审理交通肇事刑事案件具体应用法律若干问题的解释")?.versions[0]?.order,
    ).toBe("法释〔2000〕33号");
    expect(byTitle.has("最高人民法院于适用财产刑若干问题的规定")).toBe(false);
    expect(byTitle.get("最高人民法院关于适用财产刑若干问题的规定")?.versions[0]?.order).toBe(
      "法释〔2000〕45号",
    );
    expect(rows.filter((row) => row.title.includes("最高人民法院 "))).toEqual([]);
    expect(byTitle.get("国务院工作规则")?.versions.map(({ order }) => order)).toContain("国发〔2008〕14号");
  });
});

describe("the compact registry", () => {
  it("is the same whatever the order of the rows", () => {
    expect(encodeCompact(rows.toReversed(), moved) === compact).toBe(true);
  });

  it("is small enough to travel with an extension", () => {
    expect(gzipSync(compact, { level: 9 }).length).toBeLessThan(700 * 1024);
  });

  it("gives every row back as the data have it", () => {
    const read = readCompact(compact);
    const decoded = new Map(
      Array.from({ length: read.count }, (_, row) => [read.keyTitle(row), { law: read.decode(row), row }]),
    );
    expect(decoded.size).toBe(rows.length);
    for (const row of rows) {
      const { law, row: index } = decoded.get(row.title) as {
        law: ReturnType<typeof read.decode>;
        row: number;
      };
      const next = read.successor(index);
      const { source: _, official, title, note, region, replacedBy, ...facts } = row;
      expect(law).toMatchObject({
        ...facts,
        title: official ?? title,
        note: note ?? null,
        region: region ?? null,
      });
      expect(next < 0 ? null : read.keyTitle(next)).toBe(replacedBy);
    }
  });

  it("gives ids that are unique and do not change when other rows do", () => {
    const read = readCompact(compact);
    const ids = new Map(
      Array.from({ length: read.count }, (_, row) => [read.decode(row).id, read.keyTitle(row)]),
    );
    expect(ids.size).toBe(rows.length);
    const fewer = readCompact(
      encodeCompact(
        rows.filter(({ level }) => level === "法律").map((row) => ({ ...row, replacedBy: null })),
        [],
      ),
    );
    for (let row = 0; row < fewer.count; row++)
      expect(ids.get(fewer.decode(row).id)).toBe(fewer.keyTitle(row));
  });

  it("refuses a text that is cut off or of another format", () => {
    expect(() => readCompact(compact.slice(0, -10))).toThrow(/不完整/);
    expect(() => readCompact("{}\n")).toThrow(/格式不对/);
    expect(() => readCompact("")).toThrow(/格式不对/);
  });
});
