import { tell } from "./draft";

/** A page without an editor. */
tell({ text: () => "" });
