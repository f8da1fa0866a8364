import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import type { LawRegistry } from "../../linter/facts/laws";
import { readData } from "../../rules/laws/build/data";
import { encodeCompact } from "../../rules/laws/build/encode";
import { openRegistry } from "../../rules/laws/registry";

const compiled = new URL("../../dist/registry.utf16", import.meta.url);
const sources = new URL("../../rules/laws/", import.meta.url);
let text: string | undefined;
let registry: LawRegistry | undefined;

/** The compact text of the project's own data: what was built, or built in memory when that is missing or older. */
export function testRegistryText(): string {
  text ??= isFresh() ? readFileSync(compiled, "utf16le") : compileInMemory();
  return text;
}

/** The registry of the project's own data; opened once for all tests of a file. */
export function testRegistry(): LawRegistry {
  registry ??= openRegistry(testRegistryText());
  return registry;
}

/** Data and the code that writes and reads the compact text are all older than what was built. */
function isFresh(): boolean {
  if (!existsSync(compiled)) return false;
  const built = statSync(compiled).mtimeMs;
  return ["", "build/", "data/"].every((folder) =>
    readdirSync(new URL(folder, sources), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .every(({ name }) => statSync(new URL(folder + name, sources)).mtimeMs <= built),
  );
}

function compileInMemory(): string {
  const { rows, moved, faults } = readData();
  if (faults.length > 0) throw new Error(`rules/laws/data has faults: ${JSON.stringify(faults[0])}`);
  return encodeCompact(rows, moved);
}
