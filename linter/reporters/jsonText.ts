/** A list in a report that is made item by item when it is written: in JSON an array. */
export class Listed<From, T> implements Iterable<T> {
  constructor(
    private readonly from: Iterable<From>,
    private readonly itemsOf: (one: From, index: number) => Iterable<T>,
  ) {}

  *[Symbol.iterator](): Iterator<T> {
    let index = 0;
    for (const one of this.from) yield* this.itemsOf(one, index++);
  }
}

/** What `JSON.stringify(value, null, 2)` gives, with a line end, in parts: lists are written item by item. */
export function* jsonText(value: unknown): Generator<string> {
  yield* textOf(value, "");
  yield "\n";
}

function* textOf(value: unknown, indent: string): Generator<string> {
  if (value instanceof Listed) yield* members(value, indent, "[", "]", (item, inner) => [plain(item, inner)]);
  else if (!holdsList(value)) yield plain(value, indent);
  else if (Array.isArray(value)) yield* members(value, indent, "[", "]", textOf);
  else {
    const given = Object.entries(value as object).filter(([, member]) => member !== undefined);
    yield* members(given, indent, "{", "}", function* ([name, member], inner) {
      yield `${JSON.stringify(name)}: `;
      yield* textOf(member, inner);
    });
  }
}

function* members<T>(
  items: Iterable<T>,
  indent: string,
  open: string,
  close: string,
  write: (item: T, indent: string) => Iterable<string>,
): Generator<string> {
  const inner = `${indent}  `;
  let empty = true;
  for (const item of items) {
    yield `${empty ? open : ","}\n${inner}`;
    yield* write(item, inner);
    empty = false;
  }
  yield empty ? `${open}${close}` : `\n${indent}${close}`;
}

/** Line ends inside strings are escaped, so that those left are between members. */
function plain(value: unknown, indent: string): string {
  return (JSON.stringify(value, null, 2) ?? "null").replaceAll("\n", `\n${indent}`);
}

function holdsList(value: unknown): boolean {
  if (value instanceof Listed) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsList);
}
