import type { MissingFile } from "../engine/package";
import { join } from "./grouping";
import type { LoadedDocument, ManifestEntry } from "./load";
import { MANIFEST_NAMES, type Manifest } from "./manifest";
import { fileStem, roleByName } from "./roles";
import type { FolderManifest, LookedFor } from "./tasks";

export function isManifest(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (MANIFEST_NAMES as readonly string[]).includes(name);
}

/** What the folder's manifest states of one of its files. */
export function manifestEntry(
  { folder, manifest, manifestPath }: FolderManifest,
  path: string,
): ManifestEntry | null {
  if (!manifest || !manifestPath) return null;
  const relative = folder === "" ? path : path.slice(folder.length + 1);
  const values = manifest.files[relative] ?? (isManifestMain(manifest, relative) ? manifest.values : null);
  return values && { label: manifestPath, values };
}

/** Without 正文 in the manifest, its metadata is the main document's: every file here that is no companion by name. */
function isManifestMain(manifest: Manifest, relative: string): boolean {
  if (manifest.main) return manifest.main === relative;
  if (relative.includes("/") || manifest.companions.some(({ path }) => path === relative)) return false;
  return roleByName(fileStem(relative)) === null;
}

export type Exists = (path: string) => boolean;

/** The files a document's metadata links as its interpretation, looked for beside it. */
export function linkedFiles({ document }: LoadedDocument, folder: string, exists: Exists) {
  const missing: MissingFile[] = [];
  const lookedFor: LookedFor[] = [];
  for (const { label, values } of document.metadata) {
    for (const path of values.interpretation ?? []) {
      if (/^[a-z]+:\/\//i.test(path)) continue;
      const there = exists(join(folder, path));
      lookedFor.push({ path: join(folder, path), there });
      if (!there) missing.push({ path, role: "interpretation", label });
    }
  }
  return { missing, lookedFor };
}

/** Companions the manifest lists that are not there. */
export function missingMaterials(
  { folder, manifest, manifestPath }: FolderManifest,
  exists: Exists,
): MissingFile[] {
  if (!manifest || !manifestPath) return [];
  return manifest.companions
    .filter(({ path }) => !exists(join(folder, path)))
    .map(({ path, role }) => ({ path, role, label: manifestPath }));
}
