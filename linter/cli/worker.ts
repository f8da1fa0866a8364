import { workerData } from "node:worker_threads";
import { allRules } from "../../rules/index";
import type { LawRow } from "../../rules/laws/registry";
import { serveTasks, type WorkerSettings } from "../workspace/node/serveTasks";
import { openShippedRegistry } from "./registry";
import { provideShippedWords } from "./shippedWords";

/** What a worker of `lint` knows from its start. */
export interface LintWorkerData extends WorkerSettings {
  ownLaws: readonly LawRow[];
}

provideShippedWords();
const data = workerData as LintWorkerData;
serveTasks(data, openShippedRegistry(data.ownLaws), allRules);
