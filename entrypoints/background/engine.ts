import { configureRules, type RuleSetting } from "../../linter/engine/configure";
import { today } from "../../linter/engine/judgementDate";
import { createSession, type Session } from "../../linter/engine/session";
import { allRules } from "../../rules/index";
import { openRegistry } from "../../rules/laws/registry";
import { ownFile } from "../shared/ownFile";

/** The engine with its registry of laws, ready to check drafts. */
export interface Engine {
  openSession(rules: Readonly<Record<string, RuleSetting>>): Session;
}

let loading: Promise<Engine> | null = null;

/** Loads the engine once, when the first draft asks for it. */
export function loadEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const response = await fetch(ownFile("/registry.utf16"));
  const laws = openRegistry(new TextDecoder("utf-16le").decode(await response.arrayBuffer()));
  return {
    openSession: (rules) =>
      createSession({
        rules: configureRules(allRules, "recommended", rules),
        laws,
        asOf: { date: today(), from: "today" },
      }),
  };
}
