import fc from "fast-check";

/** The same cases on every run, so that a failure is a change's and not the day's; FC_SEED=random looks for new ones. */
const seed = process.env.FC_SEED ?? "20261124";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
