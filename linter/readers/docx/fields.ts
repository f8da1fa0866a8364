/**
 * 域: the complex fields (`w:fldChar`) open at one point of a text flow. Between begin and separate stands the
 * instruction, which nobody sees; between separate and end the result, which is what the page shows. Fields nest.
 */
export class FieldStack {
  private readonly phases: ("instruction" | "result")[] = [];
  private instructions = 0;

  /** Whether text at this point shows. */
  get showing(): boolean {
    return this.instructions === 0;
  }

  /** Whether this point stands in a field, instruction or result. */
  get open(): boolean {
    return this.phases.length > 0;
  }

  /** Whether the innermost field itself stands where text shows: a check box shows by its code alone. */
  get showingField(): boolean {
    return this.instructions === (this.phases[this.phases.length - 1] === "instruction" ? 1 : 0);
  }

  take(type: string | undefined): void {
    if (type === "begin") {
      this.phases.push("instruction");
      this.instructions++;
    } else if (type === "separate") this.leaveInstruction("result");
    else if (type === "end") this.leaveInstruction(null);
  }

  /**
   * A result may run over paragraphs (a table of contents does), an instruction does not. One that is still open was
   * left without its end; were it believed, the rest of the document would be lost.
   */
  endParagraph(): void {
    while (this.instructions > 0) this.leaveInstruction(null);
  }

  private leaveInstruction(next: "result" | null): void {
    if (this.phases.pop() === "instruction") this.instructions--;
    if (next) this.phases.push(next);
  }
}
