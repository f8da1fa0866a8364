import { readFileSync } from "node:fs";
import { provideDictionary } from "../engine/patterns/wordBoundaries";
import { packageFile } from "./packageFile";

/** Lets rules of a configuration ask for word boundaries: in each thread that runs them. */
export function provideShippedWords(): void {
  provideDictionary(() => readFileSync(packageFile("dist", "words.bin")));
}
