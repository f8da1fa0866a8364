import { readFileSync } from "node:fs";
import { packageFile } from "./packageFile";

/** Version of the package, read from its own package.json so that it stands in one place. */
export const version: string = JSON.parse(readFileSync(packageFile("package.json"), "utf8")).version;
