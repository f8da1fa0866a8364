import { browser } from "wxt/browser";
import { z } from "zod/mini";
import { parseBaseline } from "../../linter/engine/baseline";
import type { LawRow } from "../../rules/laws/schema";
import { type Profile, readConfig } from "./configText";

/** As public/managed_schema.json has it. */
const policy = z.object({
  sites: z.optional(z.array(z.string())),
  config: z.optional(z.string()),
  baseline: z.optional(z.string()),
  laws: z.optional(z.array(z.object({ name: z.string(), text: z.string() }))),
});

/** 单位预设: what the organisation set by policy for every user. */
export interface Managed {
  /** Match patterns of sites the user is asked to switch on. */
  sites: readonly string[];
  profile: Profile | null;
  laws: readonly LawRow[];
  /** Fingerprints of known findings. */
  baseline: readonly string[];
  /** What is wrong in the policy, in Chinese: shown in the settings, never passed over. */
  problems: readonly string[];
}

const NOTHING: Managed = { sites: [], profile: null, laws: [], baseline: [], problems: [] };

let known: Promise<Managed> | null = null;

/** Reads the policy, once until it changes. */
export function readManaged(): Promise<Managed> {
  known ??= read();
  return known;
}

/** The policy changed. */
export function forgetManaged(): void {
  known = null;
}

async function read(): Promise<Managed> {
  let stored: unknown;
  try {
    stored = await browser.storage.managed.get(null);
  } catch {
    // Firefox rejects where there is no policy.
    return NOTHING;
  }
  const parsed = policy.safeParse(stored);
  if (!parsed.success) return { ...NOTHING, problems: ["单位预设的格式不对，没有使用。"] };
  const { sites = [], config, laws = [], baseline = "" } = parsed.data;
  const problems: string[] = [];
  const read = config === undefined ? null : await readConfig(config);
  problems.push(...(read?.problems ?? []).map((problem) => `config：${problem}`));
  const rows: LawRow[] = [];
  if (laws.length > 0) {
    const { parseOwnEntries } = await import("../../rules/laws/ownEntries");
    for (const { name, text } of laws) {
      const entries = await parseOwnEntries(text, name);
      rows.push(...entries.rows);
      problems.push(...entries.problems.map((problem) => `laws ${name}：${problem}`));
    }
  }
  const known = parseBaseline(baseline);
  problems.push(...known.problems.map((problem) => `baseline：${problem}`));
  const fingerprints = known.entries.map(({ fingerprint }) => fingerprint);
  return { sites, profile: read?.profile ?? null, laws: rows, baseline: fingerprints, problems };
}
