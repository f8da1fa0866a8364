import type { OfficialDocument } from "../document/document";
import type { BlockFacts } from "./blockFacts";
import { recogniseCitations, resolveCitations } from "./citations/index";
import { recogniseDates } from "./dates";
import { recogniseDisclosure } from "./disclosure";
import { joinDisclosure } from "./disclosure/join";
import type { DocumentFacts, Elements, Placed } from "./documentFacts";
import { recogniseNumbers } from "./documentNumbers";
import { collectElements } from "./elements/collectElements";
import { readHead } from "./elements/head";
import { readLines } from "./elements/lines";
import { splitRunningText } from "./elements/runningText";
import { withoutGuessedTitle } from "./form";
import { recogniseInterpretation } from "./interpretation";
import { tellKind } from "./kind";
import type { LawLexicon } from "./laws";
import { recogniseShape } from "./lineShape";
import { mergeMetadata, metadataElement } from "./metadata";
import { judgeNormative } from "./normative";
import { divide, placeParts } from "./parts";
import { judgePolicy } from "./policy";
import { recogniseReview } from "./review";
import { tellScope } from "./scope";
import { recogniseSignals } from "./signals";
import { gatherSubject } from "./subject";

/** Everything one block's text says by itself. Pure, so that it is read once for each version of a block. */
export function collectBlockFacts(text: string, lexicon: LawLexicon): BlockFacts {
  const numbers = recogniseNumbers(text);
  return {
    citations: recogniseCitations(text, lexicon, numbers),
    numbers,
    dates: recogniseDates(text),
    disclosure: recogniseDisclosure(text),
    review: recogniseReview(text),
    interpretation: recogniseInterpretation(text),
    signals: recogniseSignals(text),
    shape: recogniseShape(text),
  };
}

/** Joins the blocks' facts to what the document as a whole is. `blocks` are the facts of document.blocks, in order. */
export function collectDocumentFacts(
  document: OfficialDocument,
  blocks: readonly BlockFacts[],
): DocumentFacts {
  const { metadata, sources } = mergeMetadata(document.metadata);
  const lines = splitRunningText(readLines(document.blocks, blocks));
  const head = withoutGuessedTitle(readHead(lines, blocks), lines, document, blocks);
  const division = divide(lines, head);
  const parts = placeParts(lines, division.parts, document.blocks.length);
  const elements: Elements = collectElements(lines, blocks, head, division);
  for (const key of ["title", "docNumber", "issuer", "date"] as const) {
    elements[key] = metadataElement(metadata, sources, key) ?? elements[key];
  }
  const kind = tellKind(metadata, head);
  const title = elements.title?.value ?? "";
  const known = { kind, title, elements, metadata, metadataSource: sources };
  const subject = gatherSubject(known, head, document, blocks, parts, lines);
  const scope = tellScope(subject);
  const normative = judgeNormative(subject, scope);
  return {
    blocks,
    metadata,
    metadataSource: sources,
    parts,
    kind,
    scope: scope.scope,
    normative,
    policy: judgePolicy(subject, scope, normative),
    elements,
    citations: resolveCitations(blocks, parts),
    disclosure: joinDisclosure(document.blocks, placed(blocks, "disclosure")),
    review: placed(blocks, "review"),
    interpretation: placed(blocks, "interpretation"),
  };
}

function placed<Key extends "disclosure" | "review" | "interpretation">(
  blocks: readonly BlockFacts[],
  key: Key,
): Placed<BlockFacts[Key][number]>[] {
  const found: Placed<BlockFacts[Key][number]>[] = [];
  blocks.forEach((facts, block) => {
    for (const statement of facts[key]) found.push({ ...statement, block });
  });
  return found;
}
