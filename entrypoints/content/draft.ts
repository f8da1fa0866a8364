import { send } from "../shared/connection";
import type { DraftFinding, FindingsResponse, IgnoreScope, Paragraph } from "../shared/messages";
import type { EditorAdapter, Replacement } from "./adapters/adapter";
import { Exchange } from "./typing/exchange";
import { fixStillFits, type Mark, markOf, moveMarks } from "./typing/marks";
import { changedStretch } from "./typing/stretch";

/** What the drafter is to see of a draft's state. */
export type DraftState =
  | { kind: "checking" }
  | { kind: "checked"; failures: number }
  | { kind: "failed"; reason: string };

export interface DraftHooks {
  /** Marks of these paragraphs came, went or moved. */
  marksChanged(paragraphs: ReadonlySet<string>): void;
  /** The text changed, and with it perhaps where marks stand. */
  textChanged(): void;
  stateChanged(): void;
}

/** A draft (文稿) under check: one editor, its paragraphs, and the marks on them. */
export class Draft {
  readonly id = crypto.randomUUID();
  state: DraftState = { kind: "checking" };
  private readonly known = new Map<string, Paragraph>();
  private order: readonly Paragraph[] = [];
  private marks = new Map<string, readonly Mark[]>();
  private inOrder: readonly Mark[] | null = null;
  private readonly exchange: Exchange;
  private readonly stop = new AbortController();

  constructor(
    readonly adapter: EditorAdapter,
    private readonly hooks: DraftHooks,
  ) {
    this.exchange = new Exchange(this.id, {
      paragraphs: () => this.look(),
      isPartial: () => adapter.scope === "visible-part",
      send,
      answer: (response, whole) => this.answer(response, whole),
      failed: (reason) => this.enter({ kind: "failed", reason }),
    });
    adapter.onChange(() => this.changed());
    const { signal } = this.stop;
    const { element } = adapter;
    element.addEventListener("compositionstart", () => this.exchange.composing(true), {
      signal,
      capture: true,
    });
    element.addEventListener("compositionend", () => this.exchange.composing(false), {
      signal,
      capture: true,
    });
    // A composition that loses its editor ends without saying so.
    element.addEventListener("blur", () => this.exchange.composing(false), { signal, capture: true });
    this.exchange.want(0);
  }

  /** In the document's order. Asked for several times on each keystroke, in long drafts too. */
  allMarks(): readonly Mark[] {
    this.inOrder ??= this.marks.size === 0 ? [] : this.order.flatMap(({ id }) => this.marks.get(id) ?? []);
    return this.inOrder;
  }

  marksOf(paragraph: string): readonly Mark[] {
    return this.marks.get(paragraph) ?? [];
  }

  /** Whether a one-click fix can be offered for the mark now. */
  canFix(mark: Mark): boolean {
    if (this.adapter.isReadOnly) return false;
    return fixStillFits(mark, (id) => this.known.get(id)?.text);
  }

  async fix(mark: Mark): Promise<Replacement> {
    this.look();
    const current = this.marksOf(mark.paragraph).find(({ finding }) => finding.key === mark.finding.key);
    if (!current?.edits || !this.canFix(current)) return "failed";
    const result = await this.adapter.replace(current.edits);
    this.exchange.want(0);
    return result;
  }

  async ignore({ finding }: Mark, scope: IgnoreScope): Promise<void> {
    const response = await send({ kind: "ignore", editor: this.id, finding: finding.key, scope });
    if (response.kind === "findings") this.answer(response, false);
    else this.exchange.want(0);
  }

  /** Settings or ignore lists changed. */
  askAgain(): void {
    this.exchange.want(0);
  }

  dispose(): void {
    this.stop.abort();
    this.exchange.close();
    this.adapter.dispose();
    // After an update of the extension nobody answers; the text is gone with the old background anyway.
    send({ kind: "close", editor: this.id }).catch(() => {});
  }

  private changed(): void {
    const before = this.order;
    // An empty line more moves what stands below it, and is no paragraph.
    if (this.look() === before) this.hooks.textChanged();
    this.exchange.want();
  }

  /** Reads the paragraphs and moves the marks along with what changed in them. */
  private look(): readonly Paragraph[] {
    const paragraphs = this.adapter.paragraphs();
    if (paragraphs === this.order) return paragraphs;
    const touched = this.moveAlong(paragraphs);
    if (touched.size > 0) this.hooks.marksChanged(touched);
    this.hooks.textChanged();
    return paragraphs;
  }

  /** Only the stretch that changed is looked at: a keystroke costs the same in drafts of any length. */
  private moveAlong(paragraphs: readonly Paragraph[]): Set<string> {
    const { order, known } = this;
    const touched = new Set<string>();
    const change = changedStretch(order, paragraphs);
    this.order = paragraphs;
    if (!change) return touched;
    const before = order.slice(change.head, change.oldEnd);
    const after = paragraphs.slice(change.head, change.newEnd);
    const texts = new Map(before.map((paragraph) => [paragraph.id, paragraph]));
    for (const { id } of before) known.delete(id);
    for (const paragraph of after) known.set(paragraph.id, paragraph);
    for (const [id, old] of texts) {
      const marks = this.marks.get(id);
      const now = known.get(id);
      if (!marks || now === old) continue;
      const moved = now ? moveMarks(marks, old, now) : [];
      touched.add(id);
      if (moved.length > 0) this.marks.set(id, moved);
      else this.marks.delete(id);
    }
    const isReordered =
      before.length !== after.length || before.some(({ id }, index) => id !== after[index]?.id);
    if (touched.size > 0 || isReordered) this.inOrder = null;
    return touched;
  }

  private answer({ paragraphs, failures }: FindingsResponse, whole: boolean): void {
    this.look();
    const touched = new Set<string>(whole ? this.marks.keys() : []);
    if (whole) this.marks.clear();
    for (const [id, { version, findings }] of Object.entries(paragraphs)) {
      // An answer to an older version is thrown away: a newer question is on its way.
      if (this.known.get(id)?.version !== version) continue;
      touched.add(id);
      this.setMarks(id, findings);
    }
    if (touched.size > 0) {
      this.inOrder = null;
      this.hooks.marksChanged(touched);
    }
    this.enter({ kind: "checked", failures });
  }

  private setMarks(paragraph: string, findings: readonly DraftFinding[]): void {
    const marks = findings.map((finding) => markOf(finding, (id) => this.known.get(id)?.text));
    if (marks.length > 0) this.marks.set(paragraph, marks);
    else this.marks.delete(paragraph);
  }

  private enter(state: DraftState): void {
    this.state = state;
    this.hooks.stateChanged();
  }
}
