/** A file that cannot be read as a document. The message is Chinese and meant for the user. */
export class UnreadableDocumentError extends Error {
  override name = "UnreadableDocumentError";

  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}
