import { browser } from "wxt/browser";
import { z } from "zod/mini";
import { parseBaseline } from "../../linter/engine/baseline";
import { readManaged } from "./managed";

const stored = z.array(
  z.object({ name: z.string(), importedOn: z.string(), fingerprints: z.array(z.string()) }),
);

/** 基线: one imported file of known findings. Of its lines only the fingerprints are kept, no words and no paths. */
export type KeptBaseline = z.infer<typeof stored>[number];

export const BASELINES_KEY = "baselines";

/** In the order of import. */
export async function readBaselines(): Promise<readonly KeptBaseline[]> {
  const read = stored.safeParse((await browser.storage.local.get(BASELINES_KEY))[BASELINES_KEY] ?? []);
  return read.success ? read.data : [];
}

export async function writeBaselines(baselines: readonly KeptBaseline[]): Promise<void> {
  await browser.storage.local.set({ [BASELINES_KEY]: baselines });
}

/** What is kept of a baseline file. With any line that is no entry nothing is. */
export function fingerprintsOf(text: string): { fingerprints: string[]; problems: readonly string[] } {
  const { entries, problems } = parseBaseline(text);
  if (problems.length > 0) return { fingerprints: [], problems };
  if (entries.length === 0) return { fingerprints: [], problems: ["没有已知问题的条目"] };
  return { fingerprints: [...new Set(entries.map(({ fingerprint }) => fingerprint))], problems };
}

/** All fingerprints in effect: the organisation's and the user's own. */
export async function knownFingerprints(): Promise<ReadonlySet<string>> {
  const [managed, own] = await Promise.all([readManaged(), readBaselines()]);
  return new Set([...managed.baseline, ...own.flatMap(({ fingerprints }) => fingerprints)]);
}
