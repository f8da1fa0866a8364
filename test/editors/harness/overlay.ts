import type { CDPSession, Page } from "playwright-core";

export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** An element of the extension's overlay as a person sees it. */
export interface Seen extends Rectangle {
  text: string;
  className: string;
  label: string;
}

const LOOK = `function () {
  const { left, top, right, bottom } = this.getBoundingClientRect();
  return { left, top, right, bottom, text: this.textContent, className: this.className,
    label: this.getAttribute("aria-label") ?? "" };
}`;

/** Looks at an overlay that is drawn anew between the questions; it comes to rest within a frame or two. */
const ATTEMPTS = 10;

/** Looks into the overlay's closed shadow tree by the debugging protocol; no script of the page could. */
export class OverlayView {
  private constructor(
    private readonly page: Page,
    readonly protocol: CDPSession,
  ) {}

  static async of(page: Page): Promise<OverlayView> {
    return new OverlayView(page, await page.context().newCDPSession(page));
  }

  /** The visible elements that match. What is drawn anew between two questions of the protocol is looked up again. */
  async find(selector: string): Promise<Seen[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.look(selector);
      } catch (error) {
        if (attempt === ATTEMPTS || !/[Nn]ode with given id|find node/.test(String(error))) throw error;
      }
    }
  }

  private async look(selector: string): Promise<Seen[]> {
    const { root } = await this.protocol.send("DOM.getDocument", { depth: 2, pierce: true });
    const html = root.children?.find(({ nodeName }) => nodeName === "HTML");
    const host = html?.children?.find(({ nodeName }) => nodeName === "GONGWEN-LINT");
    const shadow = host?.shadowRoots?.[0];
    if (!shadow) return [];
    const { nodeIds } = await this.protocol.send("DOM.querySelectorAll", { nodeId: shadow.nodeId, selector });
    const seen: Seen[] = [];
    for (const nodeId of nodeIds) {
      const { object } = await this.protocol.send("DOM.resolveNode", { nodeId });
      if (!object.objectId) continue;
      const { result } = await this.protocol.send("Runtime.callFunctionOn", {
        objectId: object.objectId,
        functionDeclaration: LOOK,
        returnByValue: true,
      });
      const one = result.value as Seen;
      if (one.right > one.left) seen.push(one);
    }
    return seen;
  }

  /** Waits until it is there, and returns it. */
  async wait(selector: string, within = 3_000): Promise<Seen> {
    const until = Date.now() + within;
    for (;;) {
      const [found] = await this.find(selector);
      if (found) return found;
      if (Date.now() > until) throw new Error(`the overlay shows no ${selector} within ${within} ms`);
      await this.page.waitForTimeout(20);
    }
  }

  /** A real click of the mouse in its middle. */
  async click(selector: string): Promise<void> {
    const { left, right, top, bottom } = await this.wait(selector);
    await this.page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }
}
