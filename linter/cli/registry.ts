import { existsSync, readFileSync } from "node:fs";
import { type LawRow, openRegistry } from "../../rules/laws/registry";
import type { LawRegistry } from "../facts/laws";
import { packageFile } from "./packageFile";

/** The compact text of the registry of laws that ships with the package. */
export function shippedRegistryText(): string {
  const path = packageFile("dist", "registry.utf16");
  if (!existsSync(path)) throw new Error(`没有找到法律法规库 ${path}，请先运行 npm run build`);
  return readFileSync(path, "utf16le");
}

/** Opens it, with an organisation's own entries on top. */
export function openShippedRegistry(ownEntries: readonly LawRow[] = []): LawRegistry {
  return openRegistry(shippedRegistryText(), ownEntries);
}
