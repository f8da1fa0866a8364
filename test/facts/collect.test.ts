import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OfficialDocument } from "../../linter/document/document";
import { collectBlockFacts, collectDocumentFacts } from "../../linter/facts/collect";
import { readDraft } from "../support/draft";

const LINE = fc.constantFrom(
  "云溪县人民政府文件",
  "云政发〔2024〕3号",
  "云溪县人民政府令",
  "第12号",
  "云溪县人民政府关于印发",
  "《云溪县犬只管理办法》的通知",
  "云溪县犬只管理办法",
  "（试行）",
  "各镇人民政府：",
  "各位代表：",
  "——2024年1月2日在云溪县第十届人民代表大会上",
  "第一条　为加强管理，制定本办法。",
  "（一）养犬人应当登记。",
  "附件：1. 名单",
  "2. 检查表",
  "附件",
  "附件1：名单",
  "云溪县人民政府",
  "2024年5月6日",
  "云溪县人民政府2024年5月6日（此件公开发布）",
  "（此件公开发布）",
  "（联系人：王某某）",
  "抄送：县委办公室。",
  "机密★1年　特急",
  "《》",
  "：",
  "（",
  "　",
);

describe("collectDocumentFacts", () => {
  it("holds together whatever lines come in whatever order", () => {
    fc.assert(
      fc.property(fc.array(LINE, { maxLength: 24 }), (lines) => {
        const { document, facts } = readDraft({ text: lines.join("\n") });
        const { attachments, ...single } = facts.elements;
        for (const element of [...Object.values(single), ...attachments]) {
          if (!element) continue;
          const { block, start, end } = element.place ?? { block: -1, start: 0, end: 0 };
          expect(start).toBeLessThan(end);
          expect(document.blocks[block]?.text.slice(start, end)).toBe(element.quote);
        }
        let at = 0;
        for (const part of facts.parts) {
          expect(part.start).toBe(at);
          expect(part.end).toBeGreaterThanOrEqual(part.start);
          at = part.end;
        }
        expect(at).toBe(document.blocks.length);
        expect(facts.normative.because.length).toBeGreaterThan(0);
        expect(facts.policy.because.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it("believes the first record that states a key", () => {
    const { document } = readDraft({ text: "云溪县人民政府关于防火的通知" });
    const metadata = [
      { source: "front-matter" as const, label: "文件头", values: { docNumber: "云政发〔2024〕1号" } },
      {
        source: "web-table" as const,
        label: "网页表格",
        values: { docNumber: "云政发〔2024〕2号", date: "2024-05-06" },
      },
    ];
    const facts = factsOf({ ...document, metadata });
    expect(facts.metadata).toEqual({ docNumber: "云政发〔2024〕1号", date: "2024-05-06" });
    expect(facts.metadataSource.date).toEqual({ source: "web-table", label: "网页表格" });
    expect(facts.elements.docNumber).toMatchObject({
      value: "云政发〔2024〕1号",
      source: "front-matter",
      place: null,
    });
  });

  it("reads lines inside a block", () => {
    const blocks = [
      "云溪县人民政府关于做好\n防火工作的通知",
      "各镇人民政府：",
      "请做好工作。",
      "云溪县人民政府\n2024年5月6日\n（此件公开发布）",
    ];
    const again = factsOf(documentOf(blocks));
    expect(again.elements.title?.value).toBe("云溪县人民政府关于做好防火工作的通知");
    expect(again.elements.signatory?.value).toBe("云溪县人民政府");
    expect(again.elements.date).toMatchObject({
      value: "2024-05-06",
      place: { block: 3, start: 8, end: 17 },
    });
    expect(again.elements.note?.value).toBe("（此件公开发布）");
  });

  it("looks for elements outside tables, page headers and notes", () => {
    const document = documentOf([
      "云溪县人民政府关于防火的通知",
      "各镇人民政府：",
      "请做好工作。",
      "2020年1月1日",
      "云溪县人民政府",
      "2024年5月6日",
    ]);
    const blocks = document.blocks.map((block, i) =>
      i === 3 ? { ...block, role: "table-cell" as const } : block,
    );
    expect(factsOf({ ...document, blocks }).elements.date?.value).toBe("2024-05-06");
  });
});

function documentOf(texts: readonly string[]): OfficialDocument {
  const blocks = texts.map((text, i) => ({
    id: `${i}`,
    version: 1,
    text,
    role: "paragraph" as const,
    origin: { kind: "plain" as const },
  }));
  return { path: "正文.txt", format: "txt", blocks, metadata: [], readerNotes: [] };
}

function factsOf(document: OfficialDocument) {
  const lexicon = { nameEndingAt: () => -1 };
  return collectDocumentFacts(
    document,
    document.blocks.map(({ text }) => collectBlockFacts(text, lexicon)),
  );
}
