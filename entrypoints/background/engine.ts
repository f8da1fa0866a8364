import type { ConfiguredRule } from "../../linter/engine/configure";
import { today } from "../../linter/engine/judgementDate";
import type { JudgementDate } from "../../linter/engine/rule";
import { createSession, type Session } from "../../linter/engine/session";
import type { LawRegistry } from "../../linter/facts/laws";
import { openRegistry } from "../../rules/laws/registry";
import { knownFingerprints } from "../settings/baselines";
import type { Profile } from "../settings/configText";
import { readOwnLaws } from "../settings/ownLaws";
import { rulesOf } from "../settings/profileRules";
import { provideWords } from "../shared/dictionary";
import { ownFile } from "../shared/ownFile";

/** The engine with its registry of laws, ready to check drafts. */
export interface Engine {
  readonly laws: LawRegistry;
  /** Drafts are judged today. */
  readonly asOf: JudgementDate;
  openSession(profile: Profile): Promise<{ session: Session; rules: readonly ConfiguredRule[] }>;
}

let loading: Promise<Engine> | null = null;

/** Loads the engine once, when the first draft asks for it; anew on another day. */
export async function loadEngine(): Promise<Engine> {
  const engine = await loadOnce();
  if (engine.asOf.date === today()) return engine;
  forgetEngine();
  return loadOnce();
}

/** The own laws or baselines changed: the next draft gets a new engine. */
export function forgetEngine(): void {
  loading = null;
}

function loadOnce(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const [response, own, baseline] = await Promise.all([
    fetch(ownFile("/registry.utf16")),
    readOwnLaws(),
    knownFingerprints(),
  ]);
  const laws = openRegistry(new TextDecoder("utf-16le").decode(await response.arrayBuffer()), own);
  const asOf: JudgementDate = { date: today(), from: "today" };
  return {
    laws,
    asOf,
    openSession: async (profile) => {
      const rules = rulesOf(profile);
      await provideWords(
        rules.map(({ rule }) => rule),
        ownFile("/words.bin"),
      );
      return { session: createSession({ rules, laws, asOf, baseline }), rules };
    },
  };
}
