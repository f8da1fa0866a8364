import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { checkstyle } from "../../linter/reporters/checkstyle";
import { csv } from "../../linter/reporters/csv";
import { github } from "../../linter/reporters/github";
import { gitlab } from "../../linter/reporters/gitlab";
import {
  documentFormats,
  isReportFormat,
  loadReporter,
  reportFormats,
  wholeReport,
} from "../../linter/reporters/index";
import { junit } from "../../linter/reporters/junit";
import { ndjson } from "../../linter/reporters/ndjson";
import { rdjson } from "../../linter/reporters/rdjson";
import { xmlText } from "../../linter/reporters/xml";
import { results, settings } from "./results";

const whole = (parts: Iterable<string>) => [...parts].join("");

/** Throws when the text is no well-formed XML. */
function parseXml(text: string): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}

describe("report formats", () => {
  it.each(reportFormats.filter((format) => !documentFormats.has(format)))(
    "%s: names every file with a finding and the one that was not checked",
    async (format) => {
      const report = await loadReporter(format);
      const text = String(await wholeReport(report(results, settings)));
      expect(text.endsWith("\n")).toBe(true);
      expect(decodeURIComponent(text.replaceAll(/%(?![0-9A-F]{2})/g, "%25"))).toMatch(/通知(,|%2C)一\.txt/);
      for (const words of ["文件已损坏", "law-number", "missing-interpretation"])
        expect(text).toContain(words);
    },
  );

  it("knows its names and nothing that only objects have", () => {
    expect(isReportFormat("sarif")).toBe(true);
    expect(isReportFormat("toString")).toBe(false);
  });

  it("github", () => {
    expect(whole(github(results, settings))).toMatchInlineSnapshot(`
      "::error file=通知%2C一.txt,line=3,endLine=3,col=6,endColumn=14,title=文号有误（law-number）::文号写错：“100%25,<a&b>”%0A依据：《党政机关公文格式》；国办发〔2012〕14号%0A建议：改为“〔2018〕”
      ::notice file=送审/办法 #1.docx,title=missing-interpretation::第1段：没有找到政策解读
      ::error file=坏.doc,title=未能检查::读取时出错%0A文件已损坏
      "
    `);
  });

  it("gitlab", () => {
    expect(whole(gitlab(results))).toMatchInlineSnapshot(`
      "[
        {
          "description": "文号写错：“100%,<a&b>”\\n依据：《党政机关公文格式》；国办发〔2012〕14号\\n建议：改为“〔2018〕”",
          "check_name": "law-number",
          "fingerprint": "e117753edb55b1a8",
          "severity": "major",
          "location": {
            "path": "通知,一.txt",
            "lines": {
              "begin": 3,
              "end": 3
            }
          }
        },
        {
          "description": "第1段：没有找到政策解读",
          "check_name": "missing-interpretation",
          "fingerprint": "aceee54e12d9bafa",
          "severity": "info",
          "location": {
            "path": "送审/办法 #1.docx",
            "lines": {
              "begin": 1
            }
          }
        },
        {
          "description": "未能检查：读取时出错\\n文件已损坏",
          "check_name": "unreadable-file",
          "fingerprint": "f0c1d3578e6faf98",
          "severity": "blocker",
          "location": {
            "path": "坏.doc",
            "lines": {
              "begin": 1
            }
          }
        }
      ]
      "
    `);
  });

  it("rdjson", () => {
    expect(whole(rdjson(results))).toMatchInlineSnapshot(`
      "{
        "source": {
          "name": "gongwen-lint"
        },
        "diagnostics": [
          {
            "message": "文号写错：“100%,<a&b>”\\n依据：《党政机关公文格式》；国办发〔2012〕14号\\n建议：改为“〔2018〕”",
            "location": {
              "path": "通知,一.txt",
              "range": {
                "start": {
                  "line": 3
                },
                "end": {
                  "line": 3
                }
              }
            },
            "severity": "ERROR",
            "code": {
              "value": "law-number"
            }
          },
          {
            "message": "第1段：没有找到政策解读",
            "location": {
              "path": "送审/办法 #1.docx"
            },
            "severity": "INFO",
            "code": {
              "value": "missing-interpretation"
            }
          },
          {
            "message": "未能检查：读取时出错\\n文件已损坏",
            "location": {
              "path": "坏.doc"
            },
            "severity": "ERROR",
            "code": {
              "value": "unreadable-file"
            }
          }
        ]
      }
      "
    `);
  });

  it("junit", () => {
    const text = whole(junit(results, settings));
    parseXml(text);
    expect(text).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="gongwen-lint"><testsuite name="通知,一.txt" tests="1" failures="1" errors="0"><testcase classname="通知,一.txt" name="文号有误（law-number）" file="通知,一.txt" line="3"><failure type="error" message="文号写错：“100%,&#x3C;a&#x26;b>”">文号写错：“100%,&#x3C;a&#x26;b>”
      依据：《党政机关公文格式》；国办发〔2012〕14号
      建议：改为“〔2018〕”</failure></testcase></testsuite><testsuite name="送审/办法 #1.docx" tests="1" failures="0" errors="0"><testcase classname="送审/办法 #1.docx" name="missing-interpretation（missing-interpretation）" file="送审/办法 #1.docx"><system-out>第1段：没有找到政策解读</system-out></testcase></testsuite><testsuite name="空.txt" tests="1" failures="0" errors="0"><testcase classname="空.txt" name="公文校核"></testcase></testsuite><testsuite name="坏.doc" tests="1" failures="0" errors="1"><testcase classname="坏.doc" name="未能检查"><error type="unreadable-file" message="读取时出错 文件已损坏">读取时出错
      文件已损坏</error></testcase></testsuite></testsuites>
      "
    `);
  });

  it("checkstyle", () => {
    const text = whole(checkstyle(results));
    parseXml(text);
    expect(text).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <checkstyle version="8.0"><file name="通知,一.txt"><error line="3" column="6" severity="error" message="文号写错：“100%,&#x3C;a&#x26;b>” 依据：《党政机关公文格式》；国办发〔2012〕14号 建议：改为“〔2018〕”" source="gongwen-lint.law-number"></error></file><file name="送审/办法 #1.docx"><error severity="info" message="第1段：没有找到政策解读" source="gongwen-lint.missing-interpretation"></error></file><file name="空.txt"></file><file name="坏.doc"><error severity="error" message="未能检查：读取时出错 文件已损坏" source="gongwen-lint.unreadable-file"></error></file></checkstyle>
      "
    `);
  });

  it("csv", () => {
    expect(whole(csv(results, settings))).toMatchInlineSnapshot(`
      "﻿文件,文种,页,段落,行,列,级别,规则,规则名称,问题,原文,依据,建议
      "通知,一.txt",通知,,3,3,6,错误,law-number,文号有误,"文号写错：“100%,<a&b>”",[2018]37号,《党政机关公文格式》；国办发〔2012〕14号,改为“〔2018〕”
      送审/办法 #1.docx,通知,,1,,,提示,missing-interpretation,,没有找到政策解读,'=云溪县犬只管理办法,,
      坏.doc,,,,,,未能检查,,,"读取时出错
      文件已损坏",,,
      "
    `);
  });

  it("ndjson: a line each, without the sentence", () => {
    const lines = whole(ndjson(results))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { path: "通知,一.txt", kind: "通知", ruleId: "law-number", location: { line: 3 } },
      { path: "送审/办法 #1.docx", ruleId: "missing-interpretation" },
      { path: "坏.doc", error: "读取时出错\n文件已损坏" },
    ]);
    expect(lines[0]).not.toHaveProperty("sentence");
  });
});

describe("xmlText", () => {
  it.each([
    ["a\u0000b\u000Bc", "abc"],
    ["a\tb\nc\r", "a\tb\nc\r"],
    ["甲\uD800乙\uFFFF", "甲乙"],
    ["𠮷", "𠮷"],
    ["甲]]>乙", "甲]] >乙"],
  ])("%j → %j", (text, expected) => expect(xmlText(text)).toBe(expected));
});
