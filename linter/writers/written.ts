import type { Edit, FormatEdit } from "../engine/finding";

/** An edit that a writer does not make, and why, in Chinese. */
export interface RefusedEdit {
  edit: Edit | FormatEdit;
  reason: string;
}

/** What a writer made of a file. The bytes are the very ones given when nothing was changed. */
export interface Written {
  bytes: Uint8Array;
  refused: readonly RefusedEdit[];
}
