import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtExtension } from "./harness/built";

/**
 * What came after Chromium 109, on which browsers in offices are still built, and how it is written in a built script. The
 * number is the version that brought it. Names that other things have too (`union`, `toArray`, `with`) are left out where a
 * pattern cannot tell them apart.
 */
const NEWER = new Map<string, RegExp>([
  ["110 Array.toSorted and its kin", /\.(?:toSorted|toReversed|toSpliced)\(/],
  ["111 String.isWellFormed", /\.(?:isWellFormed|toWellFormed)\(/],
  [
    "112 regular expressions with v",
    /\/[dgimsuy]*v[dgimsuy]*(?=\.(?:test|exec|source)\b)|new RegExp\([^()]*,[`"']\w*v\w*[`"']\)/,
  ],
  ["114 popover", /\.(?:show|hide|toggle)Popover\(/],
  ["114 side panel", /\bsidePanel\b/],
  ["116 AbortSignal.any", /\bAbortSignal\.any\(/],
  ["117 groupBy", /\b(?:Object|Map)\.groupBy\b/],
  ["119 Promise.withResolvers", /\bPromise\.withResolvers\b/],
  ["120 URL.canParse", /\bURL\.canParse\(/],
  ["121 Array.fromAsync", /\bArray\.fromAsync\b/],
  ["122 methods of sets", /\.(?:symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/],
  [
    "122 methods of iterators",
    /\bIterator\.from\(|\.(?:matchAll|segment)\([^()]*\)\.(?:map|filter|some|every|find|toArray)\(/,
  ],
  ["124 setHTMLUnsafe", /\.setHTMLUnsafe\(|\bparseHTMLUnsafe\(|\.getHTML\(/],
  ["126 URL.parse", /\bURL\.parse\(/],
  ["128 Promise.try", /\bPromise\.try\(/],
  ["128 caretPositionFromPoint", /\.caretPositionFromPoint\(/],
  ["133 moveBefore", /\.moveBefore\(/],
  ["136 RegExp.escape", /\bRegExp\.escape\(/],
  ["140 bytes from and to Base64", /\.(?:fromBase64|toBase64|fromHex|toHex|setFromBase64)\(/],
]);

const NEWER_STYLES = new Map<string, RegExp>([
  ["111 color-mix", /\bcolor-mix\(|\bokl(?:ch|ab)\(/],
  ["112 nesting", /[{;}]\s*&/],
  ["114 text-wrap", /\btext-wrap\b|:popover-open/],
  ["117 starting style", /@starting-style/],
  ["118 scope", /@scope\b/],
  ["120 :dir()", /:dir\(/],
  ["121 scrollbar-color", /\bscrollbar-(?:color|width)\s*:/],
  ["123 light-dark", /\blight-dark\(/],
  ["125 anchors", /\banchor-name\b|\bposition-anchor\b|\bround\(/],
  ["129 interpolate-size", /\binterpolate-size\b|\bfield-sizing\b/],
]);

interface Exception {
  script: RegExp;
  newer: string;
  /** What in the script shows that a browser without it is asked first, or is given it. */
  shownBy: RegExp;
  reason: string;
}

const PDFJS = /\/pdf[.-]/;

const EXCEPTIONS: readonly Exception[] = [
  {
    script: /./,
    newer: "120 URL.canParse",
    shownBy: /typeof URL\.canParse==`function`\?URL\.canParse\(/,
    reason: "zod asks whether it is there",
  },
  {
    script: /\/(?:pages|popup)-/,
    newer: "114 side panel",
    shownBy: /sidePanel:(\w+)\}=\w+;\1\?\.open\?await \1\.open\(/,
    reason: "without it the panel opens as a page; see withoutNewer.test.ts",
  },
  {
    script: PDFJS,
    newer: "119 Promise.withResolvers",
    shownBy: /target:`Promise`,stat:!0\},\{withResolvers:/,
    reason: "the build for older browsers brings it along",
  },
  {
    script: PDFJS,
    newer: "128 Promise.try",
    shownBy: /target:`Promise`,stat:!0,forced:.{0,200}\},\{try:/,
    reason: "the build for older browsers brings it along",
  },
  {
    script: PDFJS,
    newer: "140 bytes from and to Base64",
    shownBy: /Uint8Array\.(?:prototype\.toBase64|fromBase64)\?/,
    reason: "PDF.js asks whether it is there",
  },
  {
    script: /\/pdf-/,
    newer: "116 AbortSignal.any",
    shownBy: /combinedSignal\(\w+\)\{return AbortSignal\.any\(/,
    reason: "only in the editor of annotations, which nothing here opens",
  },
];

const EXTENSION = builtExtension();
const files = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" });
const read = (name: string) => readFileSync(join(EXTENSION, name), "utf8");
const newerIn = (text: string, newer: ReadonlyMap<string, RegExp>) =>
  [...newer].filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
const scripts = files.filter((name) => name.endsWith(".js"));

test.each(scripts)("%s needs nothing newer than Chromium 109", (name) => {
  const script = read(name);
  const unguarded = newerIn(script, NEWER).filter(
    (newer) =>
      !EXCEPTIONS.some(
        (exception) =>
          exception.newer === newer && exception.script.test(`/${name}`) && exception.shownBy.test(script),
      ),
  );
  expect(unguarded).toEqual([]);
});

test.each(files.filter((name) => name.endsWith(".css")))(
  "%s needs nothing newer than Chromium 109",
  (name) => {
    expect(newerIn(read(name), NEWER_STYLES)).toEqual([]);
  },
);

test("the overlay's styles, which lie in a script, need nothing newer", () => {
  const content = read("content-scripts/content.js");
  expect(content).toContain("@media (forced-colors:active)");
  const styles = [...NEWER_STYLES].filter(([name]) => !/nesting|anchors/.test(name));
  expect(newerIn(content, new Map(styles))).toEqual([]);
});

test("no exception is left over", () => {
  const used = (exception: Exception) =>
    scripts.some((name) => {
      const pattern = NEWER.get(exception.newer);
      return exception.script.test(`/${name}`) && pattern?.test(read(name));
    });
  expect(EXCEPTIONS.filter((exception) => !used(exception)).map(({ reason }) => reason)).toEqual([]);
});

describe("the patterns", () => {
  test.each([
    ["110 Array.toSorted and its kin", "a.toSorted((e,t)=>e-t)"],
    ["112 regular expressions with v", "/[a--b]/v.test(x)"],
    ["122 methods of iterators", "e.matchAll(t).map(n)"],
    ["128 Promise.try", "Promise.try(f)"],
  ])("know %s", (name, script) => {
    expect(newerIn(script, NEWER)).toEqual([name]);
  });

  test("know nested styles and light-dark", () => {
    expect(newerIn(".a{color:light-dark(red,blue);&:hover{x:y}}", NEWER_STYLES)).toEqual([
      "112 nesting",
      "123 light-dark",
    ]);
  });
});
