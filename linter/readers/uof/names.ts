import type { Attributes } from "../xml";

/** 字:段落_416B → 段落 */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1).replace(/_[0-9A-F]{4}$/, "");
}

/** An attribute by its name without prefix and suffix. */
export function attributeOf(attributes: Attributes, wanted: string): string | undefined {
  for (const name in attributes) if (localName(name) === wanted) return attributes[name];
  return undefined;
}
