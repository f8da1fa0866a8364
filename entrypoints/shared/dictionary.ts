import { patternOf } from "../../linter/engine/patterns/compile";
import { provideDictionary } from "../../linter/engine/patterns/wordBoundaries";
import type { Rule } from "../../linter/engine/rule";

let loading: Promise<void> | null = null;

/** Fetches the dictionary for word segmentation, once, if one of the rules asks where words begin and end. */
export async function provideWords(rules: readonly Rule[], address: string): Promise<void> {
  if (!rules.some((rule) => patternOf(rule)?.boundaries)) return;
  loading ??= load(address).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  await loading;
}

async function load(address: string): Promise<void> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  provideDictionary(() => bytes);
}
