import type { Surroundings } from "./paragraph";

type Container = "text-box" | { table: number; row: number; column: number };

/** Counts tables over all parts of a document, in the order in which they begin. */
export interface TableCount {
  tables: number;
}

/**
 * What is open around a paragraph: tables and text boxes, in any nesting; the innermost one decides. Rows count all
 * `w:tr` of the table, columns the cells of a row as they stand (a merged cell is one cell).
 */
export class Containers {
  private readonly open: Container[] = [];

  constructor(
    private readonly part: string,
    private readonly role: "paragraph" | "header" | "footer" | "footnote",
    private readonly count: TableCount,
  ) {}

  openTable(): void {
    this.open.push({ table: this.count.tables++, row: -1, column: -1 });
  }

  openRow(): void {
    const table = this.innermost;
    if (typeof table !== "object") return;
    table.row++;
    table.column = -1;
  }

  openCell(): void {
    const table = this.innermost;
    if (typeof table === "object") table.column++;
  }

  openTextBox(): void {
    this.open.push("text-box");
  }

  close(): void {
    this.open.pop();
  }

  /** Notes, headers and footers keep their role whatever stands in them, as what they say is not the document's body. */
  surroundings(): Surroundings {
    const { part, role, innermost } = this;
    const cell = typeof innermost === "object" ? { ...innermost } : undefined;
    if (role !== "paragraph") return { part, role, cell };
    return { part, role: typeof innermost === "object" ? "table-cell" : (innermost ?? role), cell };
  }

  private get innermost(): Container | undefined {
    return this.open[this.open.length - 1];
  }
}
