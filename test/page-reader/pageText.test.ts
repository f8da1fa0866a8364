import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  ASK_PAGE,
  asAskPage,
  asPageSays,
  PAGE_SAYS,
  readPageText,
  sendPageText,
} from "../../entrypoints/shared/pageText";

const ORIGIN = "https://oa.example";

beforeAll(() => vi.stubGlobal("location", { origin: ORIGIN }));
afterAll(() => vi.unstubAllGlobals());

function event(message: unknown): Event {
  return new CustomEvent(PAGE_SAYS, {
    detail: typeof message === "string" ? message : JSON.stringify(message),
  });
}

const ENVELOPE = { version: 1, origin: ORIGIN, nonce: "n" };

test("what is sent is read, as text", () => {
  const target = new EventTarget();
  const heard: Event[] = [];
  target.addEventListener(ASK_PAGE, (one) => heard.push(one));
  const place = { paragraph: 0, start: 0, end: 1, before: "合同" };
  sendPageText(target, ASK_PAGE, "n", { kind: "replace", place, text: "契" });
  expect(typeof (heard[0] as CustomEvent).detail).toBe("string");
  const message = readPageText(heard[0] as Event);
  expect(message?.nonce).toBe("n");
  expect(asAskPage(message ?? {})).toEqual({ kind: "replace", place, text: "契" });
});

test.each([
  ["another version", { ...ENVELOPE, version: 2 }],
  ["another origin", { ...ENVELOPE, origin: "https://evil.example" }],
  ["no nonce", { ...ENVELOPE, nonce: "" }],
  ["a nonce that is no text", { ...ENVELOPE, nonce: 1 }],
  ["a list", [ENVELOPE]],
  ["no JSON", "{"],
])("%s is no message", (_what, message) => {
  expect(readPageText(event(message))).toBeNull();
});

test("a detail that is not text is no message", () => {
  expect(readPageText(new CustomEvent(PAGE_SAYS, { detail: ENVELOPE }))).toBeNull();
});

describe("fields are checked", () => {
  const run = { text: "合同", left: 0, top: 0, right: 32, bottom: 20 };
  const painted = { kind: "painted", width: 10, height: 10, runs: [run] };
  const said = { kind: "document", family: "wps", scope: "whole", isWritable: false, paragraphs: ["合同"] };
  const place = { paragraph: 0, start: 0, end: 2, before: "合同" };

  test("right ones pass", () => {
    expect(asPageSays(painted)).toEqual(painted);
    expect(asPageSays({ ...painted, runs: [{ ...run, edges: [0, 16] }] })).not.toBeNull();
    expect(asPageSays(said)).toEqual(said);
    expect(asPageSays({ ...said, paragraphs: null })).not.toBeNull();
    expect(asAskPage({ kind: "reveal", place })).toEqual({ kind: "reveal", place });
    expect(asAskPage({ kind: "watch" })).toEqual({ kind: "watch" });
  });

  test.each([
    { kind: "other" },
    { ...painted, width: 0 },
    { ...painted, height: "10" },
    { ...painted, runs: {} },
    { ...painted, runs: [{ ...run, left: null }] },
    { ...painted, runs: [{ ...run, text: 1 }] },
    { ...painted, runs: [{ ...run, edges: [0] }] },
    { ...said, scope: "all" },
    { ...said, isWritable: 1 },
    { ...said, paragraphs: ["合同", 1] },
  ])("not %j", (message) => {
    expect(asPageSays(message)).toBeNull();
  });

  test.each([
    { kind: "replace", place },
    { kind: "replace", place: { ...place, end: 3 }, text: "契" },
    { kind: "replace", place: { ...place, start: -1 }, text: "契" },
    { kind: "replace", place: { ...place, start: 2, end: 1 }, text: "契" },
    { kind: "reveal", place: { ...place, paragraph: 0.5 } },
    { kind: "reveal" },
    { kind: "run", place },
  ])("nor %j", (message) => {
    expect(asAskPage(message)).toBeNull();
  });
});
