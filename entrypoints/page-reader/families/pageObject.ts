/** A member of one of the page's objects, of which nothing is known beforehand. */
export function member(object: unknown, ...path: readonly string[]): unknown {
  let value = object;
  for (const name of path) {
    if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

export function hasMethod(object: unknown, name: string): boolean {
  return typeof member(object, name) === "function";
}

/** Calls a method of a page's object, on that object. */
export function call(object: unknown, name: string, ...values: readonly unknown[]): unknown {
  const method = member(object, name);
  if (typeof method !== "function") throw new Error(`the page's object has no ${name}`);
  return Reflect.apply(method, object, values);
}

/** The page's own global objects that fit; getters are left alone, for they may do anything. */
export function globalWhere(
  globals: Readonly<Record<string, unknown>>,
  fits: (value: unknown) => boolean,
): unknown {
  for (const name of Object.keys(globals)) {
    const value: unknown = Object.getOwnPropertyDescriptor(globals, name)?.value;
    if (typeof value === "object" && value !== null && value !== globals && fits(value)) return value;
  }
  return undefined;
}

/** Paragraphs of a text, whatever mark its editor ends them with; table cells count as paragraphs. */
export function paragraphsOf(text: string): string[] {
  return text.replaceAll("\u0007", "\n").split(/\r\n?|[\n\v\f\u2028\u2029]/);
}
