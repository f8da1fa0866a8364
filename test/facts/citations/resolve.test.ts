import { describe, expect, it } from "vitest";
import { resolveCitations } from "../../../linter/facts/citations";
import type { DocumentPart } from "../../../linter/facts/documentFacts";
import { blocksOf } from "./support";

const NO_PARTS: DocumentPart[] = [];

function meanings(texts: string[], parts = NO_PARTS): (string | null)[] {
  return resolveCitations(blocksOf(...texts), parts).map((citation) => citation.refersTo);
}

function part(role: DocumentPart["role"], title: string | null, start: number, end: number): DocumentPart {
  return { role, title, kind: null, start, end };
}

describe("declared abbreviations", () => {
  it("bind later mentions, number and version too", () => {
    const [first, second, third] = resolveCitations(
      blocksOf(
        "根据《甲省信访条例》（2019年修订）（某人发〔2019〕3号，以下简称《条例》）第一条",
        "《条例》第二条",
        "“条例”第三条",
      ),
      NO_PARTS,
    );
    expect(first?.refersTo).toBe("甲省信访条例");
    for (const citation of [second, third]) {
      expect(citation).toMatchObject({
        refersTo: "甲省信访条例",
        refersToNumber: "某人发〔2019〕3号",
        refersToVersion: "2019年修订",
        self: false,
      });
    }
  });

  it("bind in the same block and without marks", () => {
    expect(meanings(["《甲条例》（以下简称条例）施行后，依照条例第三条、《条例》第四条"])).toEqual([
      "甲条例",
      "甲条例",
      "甲条例",
    ]);
  });

  it("bind until the name is declared anew", () => {
    expect(
      meanings([
        "《甲办法》（以下简称《办法》）",
        "《办法》第一条",
        "《乙办法》（以下简称《办法》）",
        "《办法》第一条",
      ]),
    ).toEqual(["甲办法", "甲办法", "乙办法", "乙办法"]);
  });

  it("do not bind what stands before", () => {
    expect(meanings(["《办法》第一条", "《甲办法》（以下简称《办法》）"])).toEqual([null, "甲办法"]);
  });

  it("stay unknown when nobody declared them", () => {
    expect(meanings(["《纲要（草案）》提出", "《实施意见》明确", "“条例”第三条"])).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("carry the number of a document without a title", () => {
    const citations = resolveCitations(
      blocksOf("国家某局关于甲的通知（国能发〔2020〕40号，以下简称《通知》）", "按照《通知》要求"),
      NO_PARTS,
    );
    expect(citations[1]).toMatchObject({ refersTo: null, refersToNumber: "国能发〔2020〕40号" });
  });
});

describe("本办法", () => {
  it("is the document itself", () => {
    const [citation] = resolveCitations(blocksOf("违反本办法第三条"), [
      part("main", "某市甲办法（试行）", 0, 1),
    ]);
    expect(citation).toMatchObject({ refersTo: "某市甲办法（试行）", self: true });
  });

  it("is the issued text where it stands in one", () => {
    const parts = [
      part("main", "关于印发《甲办法》和《乙办法》的通知", 0, 1),
      part("issued", "乙办法", 1, 2),
    ];
    const citations = resolveCitations(blocksOf("本办法第一条", "本办法第二条"), parts);
    expect(citations.map(({ refersTo, self }) => [refersTo, self])).toEqual([
      ["甲办法", true],
      ["乙办法", true],
    ]);
  });

  it("is unknown, yet itself, without a title of that kind", () => {
    const [citation] = resolveCitations(blocksOf("本办法第三条"), [part("main", "某市通告", 0, 1)]);
    expect(citation).toMatchObject({ refersTo: null, self: true });
  });

  it("is also meant when the document names itself", () => {
    const parts = [part("main", "关于印发《甲办法》的通知", 0, 2)];
    const citations = resolveCitations(
      blocksOf("现将《甲办法》印发给你们", "2004年公布的《甲办法》同时废止"),
      parts,
    );
    expect(citations.map((citation) => citation.self)).toEqual([true, false]);
  });

  it("does not make a forwarded document one's own", () => {
    const parts = [part("main", "关于转发《某局关于印发〈甲方案〉的通知》的通知", 0, 1)];
    expect(resolveCitations(blocksOf("按照《甲方案》执行"), parts)[0]?.self).toBe(false);
  });
});

describe("该条例", () => {
  it("is the nearest act of that kind named before", () => {
    expect(meanings(["根据《甲条例》和《乙法》，该条例第三条、该法第四条"])).toEqual([
      "甲条例",
      "乙法",
      "甲条例",
      "乙法",
    ]);
  });

  it("is unknown when none was named, or too far off", () => {
    expect(meanings(["该条例第三条"])).toEqual([null]);
    expect(meanings(["《甲条例》", ...Array<string>(20).fill("正文"), "该条例第三条"]).at(-1)).toBeNull();
  });
});

it("gives a number alone the title it was named with before", () => {
  expect(meanings(["《甲意见》（国办发〔2016〕80号）", "根据国办发〔2016〕80号要求"])).toEqual([
    "甲意见",
    "甲意见",
  ]);
});

it("takes the lines of a list of repealed documents for repeals", () => {
  const citations = resolveCitations(
    blocksOf("《甲办法》（某政发〔2001〕1号）", "根据《乙条例》的规定清理"),
    [part("annex", "宣布失效的文件目录", 0, 2)],
  );
  expect(citations.map((citation) => citation.purpose)).toEqual(["repeal", "reference"]);
});
