import { workerData } from "node:worker_threads";
import { allRules } from "../../rules/index";
import type { LawRow } from "../../rules/laws/registry";
import { serveTasks, type WorkerSettings } from "../workspace/node/serveTasks";
import { openShippedRegistry } from "./registry";

/** What a worker of `lint` knows from its start. */
export interface LintWorkerData extends WorkerSettings {
  ownLaws: readonly LawRow[];
}

const data = workerData as LintWorkerData;
serveTasks(data, openShippedRegistry(data.ownLaws), allRules);
