import type { CDPSession } from "playwright-core";
import type { Browser } from "./chromium";

/** How long a pop-up or a panel may take to open. */
const OPENS_WITHIN_MS = 10_000;

/** A page of the extension that stands in no tab: the pop-up of its toolbar button, its side panel. Reached by the protocol. */
export class HiddenPage {
  private count = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();

  private constructor(
    private readonly protocol: CDPSession,
    private readonly sessionId: string,
  ) {
    protocol.on("Target.receivedMessageFromTarget", ({ sessionId: from, message }) => {
      if (from !== sessionId) return;
      const answer = JSON.parse(message) as Answer;
      this.waiting.get(answer.id)?.(answer);
      this.waiting.delete(answer.id);
    });
  }

  /** Waits until the extension's page of that name is open. */
  static async of({ context, extensionId }: Browser, name: string): Promise<HiddenPage> {
    const protocol = await context.browser()?.newBrowserCDPSession();
    if (!protocol) throw new Error("the browser has no session of its own");
    const url = `chrome-extension://${extensionId}/${name}`;
    for (const until = Date.now() + OPENS_WITHIN_MS; Date.now() < until; ) {
      const { targetInfos } = await protocol.send("Target.getTargets");
      const target = targetInfos.find((one) => one.type === "page" && one.url === url);
      if (target) {
        const { targetId } = target;
        const { sessionId } = await protocol.send("Target.attachToTarget", { targetId, flatten: false });
        return new HiddenPage(protocol, sessionId);
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the browser opened no ${name}`);
  }

  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send<Evaluated>("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** The text of all that match. */
  texts(selector: string): Promise<string[]> {
    return this.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent)`,
    );
  }

  /** A real click of the mouse in the middle of the first that matches: the browser takes it for the user's. */
  async click(selector: string): Promise<void> {
    const at = await this.evaluate<{ x: number; y: number }>(`(() => {
      const found = document.querySelector(${JSON.stringify(selector)});
      found.scrollIntoView({ block: "center" });
      const { left, top, width, height } = found.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    })()`);
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
    }
  }

  private async send<T>(method: string, params: object): Promise<T> {
    const id = ++this.count;
    const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    await this.protocol.send("Target.sendMessageToTarget", {
      sessionId: this.sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { error, result } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }
}

interface Answer {
  id: number;
  result?: unknown;
  error?: { message: string };
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}
