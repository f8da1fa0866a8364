import { element } from "../content/card/element";
import type { DraftFinding } from "../shared/messages";
import { part } from "../shared/page";
import { word } from "../shared/words";

const SEVERITIES = ["error", "warning", "info"] as const;

/** The list of all findings (问题清单), filtered by severity and rule; a click leads to the words. */
export class FindingsView {
  private findings: readonly DraftFinding[] = [];
  private titles: Readonly<Record<string, string>> = {};
  private readonly off = new Set<string>();
  private rule = "";

  constructor(private readonly goTo: (finding: DraftFinding) => void) {}

  show(findings: readonly DraftFinding[], titles: Readonly<Record<string, string>>): void {
    this.findings = findings;
    this.titles = titles;
    if (!findings.some(({ ruleId }) => ruleId === this.rule)) this.rule = "";
    this.showFilters();
    this.showList();
  }

  private showFilters(): void {
    const boxes = SEVERITIES.map((severity) => {
      const box = element("input", { type: "checkbox", "data-focus": severity });
      box.checked = !this.off.has(severity);
      box.addEventListener("change", () => {
        if (box.checked) this.off.delete(severity);
        else this.off.add(severity);
        this.showList();
      });
      const count = this.findings.filter((finding) => finding.severity === severity).length;
      return element("label", {}, box, `${word(severity)} ${count}`);
    });
    const rules = [...new Set(this.findings.map(({ ruleId }) => ruleId))];
    const select = element(
      "select",
      { "aria-label": word("rule"), "data-focus": "rule" },
      element("option", { value: "" }, word("allRules")),
      ...rules.map((id) => element("option", { value: id }, this.titles[id] ?? id)),
    );
    select.value = this.rule;
    select.addEventListener("change", () => {
      this.rule = select.value;
      this.showList();
    });
    replaceKeepingFocus(part("filters", HTMLElement), [...boxes, ...(rules.length > 1 ? [select] : [])]);
  }

  private showList(): void {
    const shown = this.findings.filter(
      ({ severity, ruleId }) => !this.off.has(severity) && (this.rule === "" || ruleId === this.rule),
    );
    replaceKeepingFocus(
      part("findings", HTMLOListElement),
      shown.map((finding) => this.item(finding)),
    );
    const note = part("no-findings", HTMLElement);
    note.hidden = shown.length > 0;
    note.textContent = word(this.findings.length === 0 ? "noFindings" : "noFindingsShown");
  }

  private item(finding: DraftFinding): HTMLElement {
    const { severity, ruleId, message, quote, key, paragraph } = finding;
    const button = element(
      "button",
      { type: "button", "data-focus": `${key} ${paragraph}`, "data-rule": ruleId },
      element(
        "span",
        { class: "head" },
        element("span", { class: `severity ${severity}` }, word(severity)),
        element("span", { class: "rule" }, this.titles[ruleId] ?? ruleId),
      ),
      element("span", { class: "message text" }, message),
      element("span", { class: "quote text" }, quote),
    );
    button.addEventListener("click", () => this.goTo(finding));
    return element("li", {}, button);
  }
}

/** The list is made anew after each change of the draft; who stands on one of its controls stays there. */
function replaceKeepingFocus(parent: HTMLElement, children: readonly Node[]): void {
  const focused = parent.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.focus
    : undefined;
  parent.replaceChildren(...children);
  if (focused === undefined) return;
  for (const found of parent.querySelectorAll<HTMLElement>("[data-focus]")) {
    if (found.dataset.focus === focused) found.focus({ preventScroll: true });
  }
}
