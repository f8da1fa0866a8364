import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { VALIDATOR } from "./install";

interface Problem {
  id: string;
  description: string;
  path: { partUri: string; xpath: string };
}

type Validate = (bytes: Uint8Array, format: "docx" | "xlsx", version: "Microsoft365") => Promise<Problem[]>;

const MODULE = join(VALIDATOR, "node_modules/@ooxml-tools/validate/dist/npm/index.js");

/** What the Open XML SDK finds wrong with a file, a line each. */
export async function sdkProblems(bytes: Uint8Array, format: "docx" | "xlsx" = "docx"): Promise<string[]> {
  const { default: validate }: { default: Validate } = await import(pathToFileURL(MODULE).href);
  try {
    const problems = await validate(bytes, format, "Microsoft365");
    return problems.map(({ id, description, path }) => `${id} ${path.partUri}${path.xpath}: ${description}`);
  } catch (error) {
    // A package that it cannot even open.
    return [String(error)];
  }
}
