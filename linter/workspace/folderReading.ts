import type { DocumentPackage, MissingFile } from "../engine/package";
import type { FolderExceptions } from "./exceptions";
import { type FileCard, join, recogniseRole } from "./grouping";
import type { FileReport, LintFilesSettings } from "./lintFiles";
import type { LoadedDocument, ManifestEntry, SourceFile } from "./load";
import type { Manifest } from "./manifest";

/** What was read of one folder, before its packages are judged. */
export interface FolderReading {
  folder: string;
  files: Map<string, SourceFile>;
  manifest: Manifest | null;
  manifestPath: string | null;
  cards: FileCard[];
  kept: Map<string, LoadedDocument>;
  reports: Map<string, FileReport>;
  exceptions: FolderExceptions;
  onlyCompanions: boolean;
}

/** A lone document has a package only when its metadata links a file that is not there. */
export function linksOnly(
  loaded: LoadedDocument,
  reading: FolderReading,
  settings: LintFilesSettings,
): DocumentPackage | null {
  const missing = missingLinks(loaded, reading, settings);
  if (missing.length === 0) return null;
  return { path: reading.folder, manifest: null, companions: [], missing, submission: false };
}

export function missingLinks(
  { document }: LoadedDocument,
  reading: FolderReading,
  settings: LintFilesSettings,
): MissingFile[] {
  return document.metadata.flatMap(({ label, values }) =>
    (values.interpretation ?? [])
      .filter((path) => !isAddress(path) && !isThere(path, reading, settings))
      .map((path) => ({ path, role: "interpretation" as const, label })),
  );
}

export function missingMaterials(reading: FolderReading, settings: LintFilesSettings): MissingFile[] {
  const { manifest, manifestPath } = reading;
  if (!manifest || !manifestPath) return [];
  return manifest.companions
    .filter(({ path }) => !isThere(path, reading, settings))
    .map(({ path, role }) => ({ path, role, label: manifestPath }));
}

export function isThere(path: string, reading: FolderReading, settings: LintFilesSettings): boolean {
  const whole = join(reading.folder, path);
  return reading.files.has(whole) || settings.exists?.(whole) === true;
}

function isAddress(path: string): boolean {
  return /^[a-z]+:\/\//i.test(path);
}

/** What the folder's manifest states of one of its files. */
export function manifestEntry(
  { folder, manifest, manifestPath }: Pick<FolderReading, "folder" | "manifest" | "manifestPath">,
  path: string,
): ManifestEntry | null {
  if (!manifest || !manifestPath) return null;
  const relative = folder === "" ? path : path.slice(folder.length + 1);
  const values = manifest.files[relative] ?? (isManifestMain(manifest, relative) ? manifest.values : null);
  return values && { label: manifestPath, values };
}

/** Without 正文 in the manifest, its metadata is the main document's: every file that is no companion by name. */
function isManifestMain(manifest: Manifest, relative: string): boolean {
  if (manifest.main) return manifest.main === relative;
  if (manifest.companions.some(({ path }) => path === relative)) return false;
  return (
    recogniseRole({ path: relative, title: null, kind: null, docNumber: null, scope: "", opening: "" }) ===
    null
  );
}
