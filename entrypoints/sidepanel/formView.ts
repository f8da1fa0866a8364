import { element } from "../content/card/element";
import type { DraftForm } from "../shared/messages";
import { part } from "../shared/page";
import { word } from "../shared/words";

const CLASSES = ["主动公开", "依申请公开", "不予公开"] as const;
const TEXTS = ["disclosureReason", "organ", "number", "date", "result", "interpretation"] as const;

/** The form (补充信息) for what an editor page cannot show. It is not touched while the drafter is filling it in. */
export class FormView {
  private readonly form = part("form", HTMLFormElement);
  private readonly note = part("form-note", HTMLElement);
  private shown = "";
  private isTouched = false;

  constructor(save: (values: DraftForm | null) => Promise<boolean>) {
    this.select().append(
      element("option", { value: "" }, word("notFilled")),
      ...CLASSES.map((name) => element("option", { value: name }, name)),
    );
    this.form.addEventListener("input", () => {
      this.isTouched = true;
      this.note.textContent = "";
    });
    const keep = async (values: DraftForm | null) => {
      const isSaved = await save(values);
      this.isTouched = !isSaved;
      this.note.textContent = word(isSaved ? "formSaved" : "formNotSaved");
    };
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void keep(this.values());
    });
    part("form-clear", HTMLButtonElement).addEventListener("click", () => {
      this.fill(null);
      void keep(null);
    });
  }

  /** @param draft which draft's form this is: another draft's is shown even over unsaved input. */
  show(draft: string, values: DraftForm | null): void {
    if (this.isTouched && draft === this.shown) return;
    if (draft !== this.shown) this.note.textContent = "";
    this.shown = draft;
    this.isTouched = false;
    this.fill(values);
  }

  private fill(values: DraftForm | null): void {
    const { disclosure = "", disclosureReason = "", legalityReview = {}, interpretation = [] } = values ?? {};
    this.select().value = disclosure;
    const texts = {
      disclosureReason,
      organ: "",
      number: "",
      date: "",
      result: "",
      ...legalityReview,
      interpretation: interpretation.join("\n"),
    };
    for (const name of TEXTS) this.field(name).value = texts[name] ?? "";
  }

  private values(): DraftForm | null {
    const of = (name: (typeof TEXTS)[number]) => this.field(name).value.trim() || undefined;
    const disclosure = CLASSES.find((name) => name === this.select().value);
    const disclosureReason = of("disclosureReason");
    const review = { organ: of("organ"), number: of("number"), date: of("date"), result: of("result") };
    const links = (of("interpretation") ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const values: DraftForm = {
      ...(disclosure ? { disclosure } : {}),
      ...(disclosureReason ? { disclosureReason } : {}),
      ...(Object.values(review).some(Boolean) ? { legalityReview: review } : {}),
      ...(links.length > 0 ? { interpretation: links } : {}),
    };
    return Object.keys(values).length > 0 ? values : null;
  }

  private select(): HTMLSelectElement {
    return this.form.elements.namedItem("disclosure") as HTMLSelectElement;
  }

  private field(name: (typeof TEXTS)[number]): HTMLInputElement | HTMLTextAreaElement {
    return this.form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
  }
}
