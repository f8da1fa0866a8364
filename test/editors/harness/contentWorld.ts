import type { CDPSession, Page } from "playwright-core";

/** The world in which the extension's content script runs in a page: it sees what the page's own scripts do not. */
export class ContentWorld {
  private constructor(
    readonly protocol: CDPSession,
    private readonly contextId: number,
  ) {}

  /** Waits until the content script is in the page's main frame; more than one world of the extension is an error. */
  static async of(page: Page, within = 5_000): Promise<ContentWorld> {
    const protocol = await page.context().newCDPSession(page);
    const worlds: number[] = [];
    protocol.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.origin.startsWith("chrome-extension://")) worlds.push(context.id);
    });
    await protocol.send("Runtime.enable");
    for (const until = Date.now() + within; worlds.length === 0 && Date.now() < until; ) {
      await page.waitForTimeout(20);
    }
    const [contextId, ...others] = worlds;
    if (contextId === undefined || others.length > 0) {
      throw new Error(`the extension has ${worlds.length} worlds in this page`);
    }
    return new ContentWorld(protocol, contextId);
  }

  /** The value of an expression, awaited. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.protocol.send("Runtime.evaluate", {
      expression,
      contextId: this.contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as T;
  }
}
