/** Build step: writes the compiled dictionary to dist/words.bin, or to the path given. Run with tsx. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { compileDictionary } from "./compile";
import { DEFAULT_USER_WORDS, readSourceDictionary } from "./source";

const target = process.argv[2] ?? "dist/words.bin";
const bytes = compileDictionary(readSourceDictionary(), DEFAULT_USER_WORDS);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, bytes);
console.log(`${target}: ${bytes.length} bytes`);
