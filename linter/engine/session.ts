import type { Block, BlockRole } from "../document/block";
import type { OfficialDocument } from "../document/document";
import type { DocumentMetadata } from "../document/metadata";
import type { BlockFacts } from "../facts/blockFacts";
import { collectBlockFacts, collectDocumentFacts } from "../facts/collect";
import type { DocumentFacts } from "../facts/documentFacts";
import type { LawRegistry } from "../facts/laws";
import { partByFingerprints } from "./baseline";
import type { ConfiguredRule } from "./configure";
import type { Finding } from "./finding";
import type { JudgementDate } from "./rule";
import { type RuleFailure, runRules } from "./run";

/** A paragraph as an editor adapter tells it: a stable id, and a version that grows with every change of its text. */
export interface EditorBlock {
  id: string;
  version: number;
  text: string;
  role?: BlockRole;
  level?: number;
}

/** What changed since the last call. */
export interface SessionChange {
  /** All paragraph ids in document order; leave out when the order is as before. */
  order?: readonly string[];
  /** New paragraphs and paragraphs with a new version. */
  changed: readonly EditorBlock[];
  /** What the drafter filled in beside the editor; null takes it back. */
  metadata?: DocumentMetadata | null;
  /** Only a part of the document can be read: rules that judge what is missing say nothing. Left out: as before. */
  isPartial?: boolean;
}

/** A finding that says which version of which paragraph it belongs to. */
export interface SessionFinding extends Finding {
  blockId: string;
  blockVersion: number;
}

export interface SessionAnswer {
  /** The version of every paragraph this answer was made for. */
  versions: Readonly<Record<string, number>>;
  findings: readonly SessionFinding[];
  /** Findings that the baseline tolerates. */
  covered: readonly SessionFinding[];
  failures: readonly RuleFailure[];
  facts: DocumentFacts;
}

export interface SessionSettings {
  rules: readonly ConfiguredRule[];
  laws: LawRegistry;
  asOf: JudgementDate;
  /** Shown in findings as the document's path. */
  name?: string;
  /** 基线, as the fingerprints of its entries: known findings that are not to be shown. */
  baseline?: ReadonlySet<string>;
}

/** An editing session (校核会话): one open document, linted again after each change. */
export interface Session {
  apply(change: SessionChange): SessionAnswer;
}

/**
 * Keeps the facts of every paragraph and reads only changed ones again. A paragraph in `order` that was never sent
 * is an error of the adapter and throws.
 */
export function createSession(settings: SessionSettings): Session {
  const blocks = new Map<string, { block: Block; facts: BlockFacts }>();
  let order: readonly string[] = [];
  let metadata: DocumentMetadata | null = null;
  let isPartial = false;
  const rulesForPart = settings.rules.filter(({ rule }) => !rule.needsWhole);

  function apply(change: SessionChange): SessionAnswer {
    for (const { id, version, text, role, level } of change.changed) {
      const block: Block = { id, version, text, role: role ?? "paragraph", level, origin: { kind: "plain" } };
      blocks.set(id, { block, facts: collectBlockFacts(text, settings.laws.lexicon) });
    }
    if (change.order) {
      order = change.order;
      const alive = new Set(order);
      for (const id of blocks.keys()) if (!alive.has(id)) blocks.delete(id);
    }
    if (change.metadata !== undefined) metadata = change.metadata;
    if (change.isPartial !== undefined) isPartial = change.isPartial;
    return answer();
  }

  function answer(): SessionAnswer {
    const entries = order.map((id) => {
      const entry = blocks.get(id);
      if (!entry) throw new Error(`paragraph ${id} is in the order but was never sent`);
      return entry;
    });
    const document: OfficialDocument = {
      path: settings.name ?? "",
      format: "editor",
      blocks: entries.map(({ block }) => block),
      metadata: metadata ? [{ source: "form", label: "填写的信息", values: metadata }] : [],
      readerNotes: [],
    };
    const facts = collectDocumentFacts(
      document,
      entries.map((entry) => entry.facts),
    );
    const { findings, failures } = runRules(
      { document, facts, package: null },
      isPartial ? rulesForPart : settings.rules,
      settings.laws,
      settings.asOf,
    );
    const owned = findings.map((finding) => ({ ...finding, ...owner(document.blocks, finding) }));
    const { fresh, covered } = partByFingerprints(owned, settings.baseline ?? new Set());
    return {
      versions: Object.fromEntries(document.blocks.map(({ id, version }) => [id, version])),
      findings: fresh,
      covered,
      failures,
      facts,
    };
  }

  return { apply };
}

function owner(blocks: readonly Block[], { place }: Finding): { blockId: string; blockVersion: number } {
  const block = blocks[place.block];
  return { blockId: block?.id ?? "", blockVersion: block?.version ?? 0 };
}
