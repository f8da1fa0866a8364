import type { IgnoreScope } from "../../shared/messages";
import { word } from "../../shared/words";
import type { Draft } from "../draft";
import type { Box } from "../drawing/geometry";
import type { Overlay } from "../drawing/overlay";
import type { Mark } from "../typing/marks";
import { element } from "./element";
import { previewOf } from "./preview";

export interface CardContent {
  draft: Draft;
  mark: Mark;
  /** Where the words stand, in this window. */
  at: Box;
}

const IGNORE_SCOPES: readonly [IgnoreScope, string][] = [
  ["one", "ignoreOne"],
  ["rule-here", "ignoreRuleHere"],
  ["rule-everywhere", "ignoreRuleEverywhere"],
];

/** The card (问题卡片): what is wrong, on what basis, what to do, the fix with its preview, and three ways to ignore it. */
export class Card {
  readonly element: HTMLElement;
  private content: CardContent | null = null;
  private readonly spoken: HTMLElement;

  constructor(
    overlay: Overlay,
    private readonly hooks: { step(from: CardContent, by: 1 | -1): void; closed(draft: Draft): void },
  ) {
    this.element = overlay.addLayer("card");
    this.element.hidden = true;
    this.element.setAttribute("role", "dialog");
    this.element.setAttribute("aria-labelledby", "title");
    this.element.tabIndex = -1;
    this.element.addEventListener("keydown", (event) => this.key(event));
    // The editor keeps focus and selection while the mouse works in the card; its text can still be selected.
    this.element.addEventListener("mousedown", (event) => {
      if ((event.target as Element).closest("button")) event.preventDefault();
    });
    this.spoken = overlay.addLayer("spoken");
    this.spoken.setAttribute("role", "status");
  }

  get shown(): CardContent | null {
    return this.content;
  }

  show(content: CardContent, takesFocus: boolean): void {
    this.content = content;
    this.element.className = `card ${content.mark.finding.severity}`;
    this.element.replaceChildren(...this.parts(content));
    this.element.hidden = false;
    this.place(content.at);
    if (takesFocus) this.element.focus({ preventScroll: true });
  }

  hide(givesFocusBack = false): void {
    if (!this.content) return;
    const { draft } = this.content;
    this.content = null;
    this.element.hidden = true;
    if (givesFocusBack) this.hooks.closed(draft);
  }

  /** Below the words, or above them where there is no room. */
  place(at: Box): void {
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8));
    const below = at.bottom + 8;
    const top = below + height <= window.innerHeight ? below : Math.max(8, at.top - height - 8);
    this.element.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
  }

  private parts(content: CardContent): Node[] {
    const { draft, mark } = content;
    const { finding } = mark;
    const marks = draft.allMarks();
    const position = word(
      "position",
      marks.findIndex((one) => one.finding.key === finding.key) + 1,
      marks.length,
    );
    const heading = element(
      "h2",
      {},
      word(finding.severity),
      element("span", { class: "position" }, position),
    );
    heading.id = "title";
    const parts: Node[] = [heading, element("p", { class: "message" }, finding.message)];
    if (finding.suggestions.length > 0) {
      parts.push(element("ul", {}, ...finding.suggestions.map((text) => element("li", {}, text))));
    }
    if (finding.basis.length > 0) {
      parts.push(element("p", { class: "basis" }, word("basis", finding.basis.join("；"))));
    }
    parts.push(...this.fixParts(content), this.ignoreParts(content), this.stepParts(content));
    return parts;
  }

  private fixParts({ draft, mark }: CardContent): Node[] {
    const { fix } = mark.finding;
    if (!fix || !mark.edits || !draft.canFix(mark)) return [];
    const texts = new Map(draft.adapter.paragraphs().map(({ id, text }) => [id, text]));
    const preview = previewOf(mark.edits, (id) => texts.get(id)).map(({ kind, text }) =>
      kind === "same" ? document.createTextNode(text) : element(kind === "old" ? "del" : "ins", {}, text),
    );
    const button = element("button", { class: "primary fix", type: "button" }, fix.title);
    button.addEventListener("click", () => void this.fix(draft, mark, button));
    return [
      element("p", { class: "preview", "aria-label": word("preview") }, ...preview),
      element("div", { class: "actions" }, button),
    ];
  }

  private async fix(draft: Draft, mark: Mark, button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    const result = await draft.fix(mark);
    if (result === "done") {
      this.hide(true);
      this.say(word("fixed"));
      return;
    }
    const text = word(result === "failed" ? "fixFailed" : "fixDamaged");
    button.after(element("p", { role: "alert" }, text));
  }

  private ignoreParts({ draft, mark }: CardContent): Node {
    const buttons = IGNORE_SCOPES.map(([scope, name]) => {
      const button = element("button", { type: "button", class: `ignore ${scope}` }, word(name));
      button.addEventListener("click", () => {
        void draft.ignore(mark, scope);
        this.hide(true);
      });
      return button;
    });
    return element("div", { class: "actions" }, ...buttons);
  }

  private stepParts(content: CardContent): Node {
    const step = (by: 1 | -1, name: string) => {
      const button = element("button", { type: "button", class: name }, word(name));
      button.addEventListener("click", () => this.hooks.step(content, by));
      return button;
    };
    const close = element("button", { type: "button", class: "close" }, word("close"));
    close.addEventListener("click", () => this.hide(true));
    return element("div", { class: "actions" }, step(-1, "previous"), step(1, "next"), close);
  }

  private key(event: KeyboardEvent): void {
    // What is typed in the card is no business of the page's shortcuts.
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.hide(true);
  }

  private say(text: string): void {
    this.spoken.textContent = text;
  }
}
