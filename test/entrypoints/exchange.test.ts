import { beforeEach, describe, expect, test, vi } from "vitest";
import { Exchange } from "../../entrypoints/content/typing/exchange";
import type { Paragraph, Request, Response } from "../../entrypoints/shared/messages";

type Apply = Extract<Request, { kind: "apply" }>;

let paragraphs: Paragraph[];
let sent: Apply[];
let responses: Response[];
let isPartial: boolean;
let answers: boolean[];
let failures: string[];
let exchange: Exchange;

beforeEach(() => {
  vi.useFakeTimers();
  paragraphs = [
    { id: "p1", version: 1, text: "甲" },
    { id: "p2", version: 1, text: "乙" },
  ];
  sent = [];
  responses = [];
  isPartial = false;
  answers = [];
  failures = [];
  exchange = new Exchange("editor", {
    paragraphs: () => paragraphs,
    isPartial: () => isPartial,
    send: async (message) => {
      sent.push(message);
      return responses.shift() ?? { kind: "findings", paragraphs: {}, failures: 0 };
    },
    answer: (_response, whole) => answers.push(whole),
    failed: (reason) => failures.push(reason),
  });
});

async function ask(): Promise<void> {
  exchange.want();
  await vi.advanceTimersByTimeAsync(100);
}

describe("Exchange", () => {
  test("sends the whole draft first, then changed paragraphs alone", async () => {
    await ask();
    paragraphs = [paragraphs[0] as Paragraph, { id: "p2", version: 2, text: "乙乙" }];
    await ask();
    expect(sent.map(({ whole, order, changed }) => [whole, order, changed.map(({ id }) => id)])).toEqual([
      [true, ["p1", "p2"], ["p1", "p2"]],
      [false, undefined, ["p2"]],
    ]);
    expect(answers).toEqual([true, false]);
  });

  test("says with each question whether the draft can be read as a whole", async () => {
    await ask();
    isPartial = true;
    await ask();
    expect(sent.map((one) => one.isPartial)).toEqual([false, true]);
  });

  test("tells a new order", async () => {
    await ask();
    paragraphs = [...paragraphs].reverse();
    await ask();
    expect(sent[1]).toMatchObject({ order: ["p2", "p1"], changed: [] });
  });

  test("sends everything again to a background that was stopped", async () => {
    await ask();
    responses = [{ kind: "session-unknown" }];
    await ask();
    expect(sent.map(({ whole }) => whole)).toEqual([true, false, true]);
  });

  test("asks nothing during a composition, and soon after it", async () => {
    await ask();
    exchange.composing(true);
    await ask();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toHaveLength(1);
    exchange.composing(false);
    await vi.advanceTimersByTimeAsync(30);
    expect(sent).toHaveLength(2);
  });

  test("says that a check failed, and starts anew with the next", async () => {
    responses = [{ kind: "failed", reason: "坏了" }];
    await ask();
    expect(failures).toEqual(["坏了"]);
    await ask();
    expect(sent.map(({ whole }) => whole)).toEqual([true, true]);
  });

  test("is silent when closed", async () => {
    exchange.want();
    exchange.close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
  });
});
