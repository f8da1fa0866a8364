import type { Element, Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../linter/engine/finding";
import { html } from "../../linter/reporters/html/index";
import { countResults, type LintOutput } from "../../linter/reporters/lintOutput";
import { citation, reminder, results, settings } from "./results";

const ATTACK = `<script>alert("1")</script><img src=x onerror='a'>`;

function withFile(path: string, findings: readonly Finding[], error: string | null = null): LintOutput {
  const asOf = { date: "2026-11-24", from: "today" } as const;
  const known = { title: null, docNumber: null, normative: false };
  const files = [{ path, ...known, kind: "通知", error, findings, asOf, notes: [ATTACK] }];
  return { ...results, files, counts: countResults(files) };
}

/** A finding whose sentence is this text with this part marked. */
function marking(before: string, marked: string, after: string): Finding {
  const sentence = {
    text: before + marked + after,
    start: before.length,
    end: before.length + marked.length,
  };
  return { ...citation, quote: marked, sentence };
}

const parse = (page: string): Root => unified().use(rehypeParse).parse(page);

function elementsOf(node: Root | Element): Element[] {
  const children: RootContent[] = node.children;
  return children.flatMap((child) => (child.type === "element" ? [child, ...elementsOf(child)] : []));
}

const occurrences = (text: string, words: string) => text.split(words).length - 1;

describe("html", () => {
  it("tells all of a finding: severity, place, rule, sentence with the mark, basis, what to do", () => {
    const page = html(withFile("a.txt", [marking("根据国办发", "[2018]37号", "，执行。")]), settings);
    expect(page).toContain(
      '<article class="error" data-severity="error" data-rule="law-number"><h3><span class="severity">错误</span> 文号写错：“100%,&#x3C;a&#x26;b>”</h3>' +
        '<p class="soft small">第3行第6列 · 文号有误 <code>law-number</code></p>' +
        "<blockquote>根据国办发<mark>[2018]37号</mark>，执行。</blockquote>" +
        "<dl><dt>依据</dt><dd><p>《党政机关公文格式》</p><p>国办发〔2012〕14号</p></dd>" +
        "<dt>怎么改</dt><dd><p>改为“〔2018〕”</p></dd></dl></article>",
    );
  });

  it("shows every finding and every file that was not checked", () => {
    const page = html(results, settings);
    expect(occurrences(page, "<article ")).toBe(3);
    expect(page).toContain("第1段 · <code>missing-interpretation</code>");
    expect(page).toContain('<span class="severity">未能检查</span> 读取时出错\n文件已损坏');
  });

  it("lists all files; those with something to read lead there", () => {
    const page = html(results, settings);
    for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor}"`);
    const list = page.slice(page.indexOf("文件清单"));
    expect(occurrences(list, 'href="#')).toBe(3);
    expect(page).toContain('<th class="path" scope="row">空.txt</th>');
  });

  it("counts by severity and by rule, on one scale", () => {
    const second = { ...citation, severity: "warning" } as const;
    const page = html(withFile("a.txt", [citation, second, reminder]), settings);
    expect(page).toContain("<title>公文校核报告：错误 1，警告 1，提示 1</title>");
    expect(page).toContain(
      '<th scope="row">文号有误 <code>law-number</code></th><td class="bar" aria-hidden="true"><i class="error" style="width:50.00%"></i><i class="warning" style="width:50.00%"></i></td><td class="number">2</td>',
    );
    expect(page).toContain(
      '<th scope="row">missing-interpretation</th><td class="bar" aria-hidden="true"><i class="info" style="width:50.00%"></i></td><td class="number">1</td>',
    );
  });

  it("escapes what comes from outside, wherever it stands", () => {
    const finding: Finding = {
      ...marking(ATTACK, ATTACK, ATTACK),
      ruleId: ATTACK,
      message: ATTACK,
      quote: `${ATTACK}。`,
      basis: [ATTACK],
      suggestions: [ATTACK],
      fix: { safety: "safe", title: `${ATTACK}！`, edits: [] },
    };
    const page = html(withFile(`${ATTACK}.txt`, [finding], ATTACK), { ruleOf: () => undefined });
    const elements = elementsOf(parse(page));
    expect(elements.filter(({ tagName }) => tagName === "script")).toHaveLength(1);
    expect(elements.some(({ tagName }) => tagName === "img")).toBe(false);
    const article = elements.find(({ properties }) => properties.dataSeverity === "error");
    expect(article?.properties.dataRule).toBe(ATTACK);
  });

  it("fetches nothing and leads nowhere", () => {
    const page = html(results, settings);
    expect(page).not.toMatch(/https?:|\bsrc=|<link|@import|url\(/);
    expect(page).toContain("default-src &#x27;none&#x27;");
  });

  it("shortens very long sentences and never cuts a character in half", () => {
    const page = html(
      withFile("a.txt", [marking(`${"𠮷".repeat(500)}甲`, "乙", `丙${"𠮷".repeat(500)}`)]),
      settings,
    );
    const [, before = "", after = ""] = /<blockquote>(.*)<mark>乙<\/mark>(.*)<\/blockquote>/.exec(page) ?? [];
    expect(before).toBe(`…${"𠮷".repeat(74)}甲`);
    expect(after).toBe(`丙${"𠮷".repeat(74)}…`);
  });

  it("quotes the words a finding rests on when they stand elsewhere", () => {
    const page = html(withFile("a.txt", [{ ...reminder, quote: "征求了县司法局意见" }]), settings);
    expect(page).toContain("<dt>所据文字</dt><dd><p>征求了县司法局意见</p></dd>");
  });

  it("shows a fix only when no suggestion says the same", () => {
    expect(html(results, settings)).not.toContain("<dt>可改</dt>");
    const other = { ...citation, suggestions: ["核对文号。"] };
    expect(html(withFile("a.txt", [other]), settings)).toContain(
      "<dt>可改</dt><dd><p>改为“〔2018〕”</p></dd>",
    );
  });

  it("leaves everything but errors out when asked, and says so", () => {
    const page = html(results, { ...settings, quiet: true });
    expect(page).toContain("只列错误");
    expect(page).toContain("law-number");
    expect(page).not.toContain("missing-interpretation");
  });

  it("says so when nothing was found", () => {
    const page = html({ ...results, files: [], counts: countResults([]) }, settings);
    expect(page).toContain("没有发现问题。");
    expect(page).not.toContain("<form");
  });

  it("counts by file, the worst first", () => {
    const page = html(results, settings);
    expect(page).toContain("<caption>按文件统计</caption>");
    const chart = page.slice(page.indexOf("按文件统计"), page.indexOf("文件清单"));
    expect([...chart.matchAll(/href="#(file-\d)"/g)].map(([, anchor]) => anchor)).toEqual([
      "file-1",
      "file-2",
    ]);
  });

  describe("with the texts of the files", () => {
    const paragraphs = ["关于“<b>”的通知", "各单位：", "根据国办发[2018]37号，执行。"];
    const withText = (findings: readonly Finding[], text: readonly string[] | undefined = paragraphs) =>
      html(withFile("a.txt", findings), { ...settings, textOf: () => text });

    it("marks the places; place and finding lead to each other", () => {
      const page = withText([citation]);
      expect(page).toContain(
        '<details class="text" open><summary>全文（3 段，标出 1 处）</summary><p>关于“&#x3C;b>”的通知</p><p>各单位：</p>' +
          '<p>根据国办发<mark class="error">[2018]37</mark><a class="to" id="place-1-1" href="#finding-1-1">1</a>号，执行。</p></details>',
      );
      expect(page).toContain('<article class="error" id="finding-1-1"');
      expect(page).toContain('<a href="#place-1-1">第3行第6列</a>');
    });

    it("cuts the text where places overlap, and keeps every character", () => {
      const second = { ...citation, severity: "warning", place: { block: 2, start: 2, end: 8 } } as const;
      const page = withText([second, citation]);
      expect(page).toContain(
        '<p>根据<mark class="warning">国办发</mark><mark class="error">[20</mark><a class="to" id="place-1-1" href="#finding-1-1">1</a>' +
          '<mark class="error">18]37</mark><a class="to" id="place-1-2" href="#finding-1-2">2</a>号，执行。</p>',
      );
    });

    it("keeps links whole where a place lies outside of the text", () => {
      const far = { ...citation, place: { block: 9, start: 90, end: 95 } };
      for (const text of [paragraphs, [""]]) {
        const page = withText([far], text);
        for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor}"`);
      }
    });

    it("says so where a text could not be added", () => {
      const page = html(withFile("a.txt", [citation]), { ...settings, textOf: () => undefined });
      expect(page).toContain("没有附全文");
      expect(page).not.toContain("<details");
      expect(page).not.toContain("#place-");
    });

    it("folds the texts of many files in", () => {
      const [file] = withFile("a.txt", [citation]).files;
      const files = Array.from(
        { length: 11 },
        (_, index) => ({ ...file, path: `${index}.txt` }) as typeof file,
      );
      const page = html(
        { ...results, files: files.flatMap((one) => one ?? []) },
        { ...settings, textOf: () => paragraphs },
      );
      expect(occurrences(page, '<details class="text">')).toBe(11);
    });
  });
});
