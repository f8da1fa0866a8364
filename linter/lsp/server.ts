import { fileURLToPath } from "node:url";
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { version } from "../cli/version";
import { CheckedDrafts } from "./checkedDrafts";
import { ACTION_KINDS, codeActions } from "./codeActions";
import type { Draft } from "./lintDraft";
import { hoverAt } from "./present";

/** What a draft is judged by, beside its text. */
const WATCHED = ["**/gongwen.config.*", "**/gongwen.{yaml,yml}"];

const CAPABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: ACTION_KINDS },
    hoverProvider: true,
  },
  serverInfo: { name: "gongwen-lint", version },
};

/** The language server over standard input and output. The library ends the process when the client says so or is gone. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  const drafts = new CheckedDrafts(connection, (uri) => {
    const text = documents.get(uri);
    return text ? draftOf(text) : null;
  });

  let canWatch = false;
  connection.onInitialize(({ capabilities }) => {
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return CAPABILITIES;
  });
  connection.onInitialized(async () => {
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    if (canWatch) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  // Comes for an opened document too.
  documents.onDidChangeContent(({ document }) => drafts.changed(document.uri));
  documents.onDidClose(({ document }) => drafts.close(document.uri));
  // Companions and configurations may have changed on disk, in this editor or elsewhere.
  documents.onDidSave(() => drafts.checkAll(documents.keys()));
  connection.onDidChangeWatchedFiles(() => drafts.checkAll(documents.keys()));

  connection.onHover(async ({ textDocument, position }) => {
    const checked = await drafts.current(textDocument.uri);
    return checked && hoverAt(position, checked.findings);
  });
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const text = documents.get(textDocument.uri);
    const checked = await drafts.current(textDocument.uri);
    if (!text || checked?.version !== text.version) return [];
    return codeActions(text, checked, range, context.only);
  });

  documents.listen(connection);
  connection.onShutdown(() => drafts.stop());
  connection.listen();
}

/** Null for languages that are not read here. */
function draftOf(text: TextDocument): Draft | null {
  const { uri, version: current, languageId } = text;
  const onDisk = uri.startsWith("file:");
  const path = onDisk
    ? fileURLToPath(uri).replaceAll("\\", "/")
    : `未保存.${languageId === "markdown" ? "md" : "txt"}`;
  if (!/\.(?:md|markdown|txt|text)$/i.test(path)) return null;
  return { path, onDisk, version: current, text: text.getText() };
}
