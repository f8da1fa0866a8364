import type { CompanionRole } from "../engine/package";
import type { Manifest } from "./manifest";
import { fileStem, type RecognisedRole, roleByName } from "./roles";

/** What grouping needs to know of a file that was read: small, so that thousands can be kept. */
export interface FileCard {
  path: string;
  title: string | null;
  /** 文种 */
  kind: string | null;
  docNumber: string | null;
  scope: string;
  /** The opening of the text, where a companion names its document; empty for others. */
  opening: string;
}

/** 把握: certain by the manifest or because it names its document; else probable. */
export type Sureness = "certain" | "probable";

/** A file that goes with a document: as what, how surely, and why, in Chinese. */
export interface GroupedCompanion {
  path: string;
  role: CompanionRole;
  sure: Sureness;
  because: readonly string[];
}

/** A package found in a folder: paths only. */
export interface PackageGroup {
  folder: string;
  main: string;
  companions: readonly GroupedCompanion[];
  submission: boolean;
}

/** Kinds that carry a draft to the superior and are not the draft itself. */
const COVERING_KINDS = new Set(["请示", "函", "报告", "签报"]);

/** The companion role of a file by its name, title and form; null for a document in its own right. */
export function recogniseRole(card: FileCard): RecognisedRole | null {
  const byName = roleByName(fileStem(card.path));
  if (byName && byName.role !== "annex") return { ...byName, because: `文件${byName.because}` };
  const byTitle = card.title ? roleByName(card.title) : null;
  if (byTitle && (byTitle.role !== "annex" || byName))
    return { ...byTitle, because: `标题${byTitle.because}` };
  if (byName) return byName;
  return card.scope === "companion" ? { role: "other", because: "内容是随附材料" } : null;
}

/**
 * Groups the files of one folder into packages: by the manifest; else a single main document with companions is a
 * 送审包; among several documents, companions go to the one they name.
 */
export function groupFolder(
  folder: string,
  cards: readonly FileCard[],
  manifest: Manifest | null,
): PackageGroup[] {
  const declared = new Map(manifest?.companions.map(({ path, role }) => [join(folder, path), role]));
  const roleOf = new Map<FileCard, RecognisedRole>();
  for (const card of cards) {
    const role = declared.get(card.path);
    const recognised = role ? { role, because: "材料清单写明" } : recogniseRole(card);
    if (recognised && card.path !== (manifest?.main && join(folder, manifest.main)))
      roleOf.set(card, recognised);
  }
  const companions = cards.filter((card) => roleOf.has(card));
  const mains = cards.filter((card) => !roleOf.has(card));
  const asCompanions = (chosen: readonly FileCard[], document: FileCard) =>
    chosen.map((card): GroupedCompanion => {
      const { role, because } = roleOf.get(card) as RecognisedRole;
      if (declared.has(card.path)) return { path: card.path, role, sure: "certain", because: [because] };
      const named = howNamed(card, document);
      const why = named ?? "同一文件夹里只有这一份正文";
      return { path: card.path, role, sure: named ? "certain" : "probable", because: [because, why] };
    });

  const main = theMain(folder, mains, manifest);
  if (main && (manifest || companions.length > 0)) {
    return [{ folder, main: main.path, companions: asCompanions(companions, main), submission: true }];
  }
  return mains.flatMap((candidate) => {
    const own = companions.filter((companion) => howNamed(companion, candidate) !== null);
    if (own.length === 0) return [];
    return [
      {
        folder,
        main: candidate.path,
        companions: asCompanions(own, candidate),
        submission: false,
      },
    ];
  });
}

function theMain(folder: string, mains: readonly FileCard[], manifest: Manifest | null): FileCard | null {
  if (manifest?.main) return mains.find(({ path }) => path === join(folder, manifest.main as string)) ?? null;
  if (mains.length === 1) return mains[0] as FileCard;
  const drafts = mains.filter(({ kind }) => !COVERING_KINDS.has(kind ?? ""));
  return drafts.length === 1 ? (drafts[0] as FileCard) : null;
}

/** How the companion names the document, by its number or the words of its title; null if it does not. */
function howNamed(companion: FileCard, document: FileCard): string | null {
  const text = squeeze(`${fileStem(companion.path)}${companion.title ?? ""}${companion.opening}`);
  if (document.docNumber && text.includes(squeeze(document.docNumber))) return "写明了该文件的文号";
  const title = coreTitle(document.title ?? fileStem(document.path));
  return title.length >= SHORTEST_TITLE && text.includes(title) ? "写明了该文件的标题" : null;
}

/** Shorter titles may stand in a text by chance. */
export const SHORTEST_TITLE = 6;

/** The words that tell a title from others: of “…关于印发《X》的通知” X, else without the issuing organ. */
export function coreTitle(title: string): string {
  const squeezed = squeeze(title);
  const issued = /印发[《<]?(.+?)[》>]?的通知$/.exec(squeezed)?.[1];
  if (issued) return issued;
  const about = squeezed.indexOf("关于");
  return about > 0 ? squeezed.slice(about) : squeezed;
}

/** Without blanks, book-title and quotation marks, in which titles differ by chance. */
export function squeeze(text: string): string {
  return text.replace(/[\s《》〈〉“”"']/g, "");
}

/** Joins a folder and a relative path, resolving “..”; forward slashes. */
export function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && (part !== "" || parts.length === 0)) parts.push(part);
  }
  return (folder === "" ? parts.slice(1) : parts).join("/");
}

export function dirname(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}
