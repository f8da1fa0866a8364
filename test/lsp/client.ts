import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type CodeAction,
  createProtocolConnection,
  type Hover,
  type PublishDiagnosticsParams,
  type ShowMessageParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument, type TextEdit } from "vscode-languageserver-textdocument";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
if (!existsSync(cli)) throw new Error("dist/cli.js is missing: run npm run build first");

/** A diagnostic with the words it marks. */
export interface Shown {
  code: unknown;
  words: string;
  severity: number | undefined;
  message: string;
}

/** A client of the language server as an editor has one: it speaks over the standard streams of a process. */
export class Client {
  readonly #process: ChildProcess;
  readonly #connection;
  readonly #exit: Promise<number | null>;
  readonly #texts = new Map<string, TextDocument>();
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly messages: ShowMessageParams[] = [];
  #heard = () => {};

  constructor(args: readonly string[] = ["--stdio"]) {
    this.#process = spawn(process.execPath, [cli, "lsp", ...args], { stdio: ["pipe", "pipe", "inherit"] });
    this.#exit = new Promise((resolve) => this.#process.once("exit", resolve));
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error("no pipes");
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.#published.push(params);
      this.#heard();
    });
    this.#connection.onNotification("window/showMessage", (params: ShowMessageParams) => {
      this.messages.push(params);
      this.#heard();
    });
    this.#connection.listen();
  }

  async initialize(): Promise<Record<string, unknown>> {
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const { capabilities } = await this.#connection.sendRequest<{ capabilities: Record<string, unknown> }>(
      "initialize",
      params,
    );
    await this.#connection.sendNotification("initialized", {});
    return capabilities;
  }

  async open(path: string, text: string, languageId = "plaintext"): Promise<string> {
    const uri = path.includes(":") ? path : pathToFileURL(path).href;
    const document = TextDocument.create(uri, languageId, 1, text);
    this.#texts.set(uri, document);
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  text(uri: string): TextDocument {
    const document = this.#texts.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  /** Replaces words, as typing does: the server gets only the change. */
  async replace(uri: string, words: string, by: string): Promise<void> {
    const document = this.text(uri);
    const start = document.getText().indexOf(words);
    const range = { start: document.positionAt(start), end: document.positionAt(start + words.length) };
    await this.apply(uri, [{ range, newText: by }]);
  }

  async apply(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.text(uri);
    const changed = edits.map(({ range, newText }) => ({ range, text: newText }));
    const version = document.version + 1;
    this.#texts.set(uri, TextDocument.update(document, changed, version));
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: changed,
    });
  }

  notify(method: string, params: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    const params = { textDocument: { uri }, position: { line, character } };
    return this.#connection.sendRequest("textDocument/hover", params);
  }

  actions(uri: string, words: string, only?: string[]): Promise<CodeAction[]> {
    const document = this.text(uri);
    const start = document.getText().indexOf(words);
    const range = { start: document.positionAt(start), end: document.positionAt(start + words.length) };
    const params = { textDocument: { uri }, range, context: { diagnostics: [], only } };
    return this.#connection.sendRequest("textDocument/codeAction", params);
  }

  /** The diagnostics of the version the client has now. */
  async diagnostics(uri: string): Promise<Shown[]> {
    const document = this.text(uri);
    const isCurrent = (params: PublishDiagnosticsParams) =>
      params.uri === uri && params.version === document.version;
    await this.until(() => this.#published.some(isCurrent));
    const { diagnostics } = this.#published.findLast(isCurrent) as PublishDiagnosticsParams;
    return diagnostics.map(({ code, range, severity, message }) => ({
      code,
      words: document.getText(range),
      severity,
      message: String(message),
    }));
  }

  /** Versions of a document for which diagnostics came, in order. */
  versions(uri: string): (number | undefined)[] {
    return this.#published.filter((params) => params.uri === uri).map(({ version }) => version);
  }

  /** Waits for messages until the condition holds. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  /** Leaves politely; the exit code of the server. */
  async leave(): Promise<number | null> {
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    return this.#exit;
  }

  /** Leaves without a word. */
  async hangUp(): Promise<number | null> {
    this.#process.stdin?.end();
    return this.#exit;
  }
}
