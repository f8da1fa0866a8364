import { readFileSync } from "node:fs";
import { type CheckedData, checkData, type DataFile } from "./validate";

/** The files of rules/laws/data that hold rows, in the order in which faults are reported. */
export const ROW_FILES = ["national", "department-rules", "council-documents", "local"] as const;

/** Reads and checks the source data of the registry. */
export function readData(folder = new URL("../data/", import.meta.url)): CheckedData {
  const read = (name: string): DataFile => ({
    name: `rules/laws/data/${name}`,
    text: readFileSync(new URL(name, folder), "utf8"),
  });
  return checkData(
    ROW_FILES.map((name) => read(`${name}.jsonl`)),
    read("moved-articles.json"),
  );
}
