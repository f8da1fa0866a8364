import { existsSync } from "node:fs";
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver/node";
import { ConfigError } from "../workspace/node/configFiles";
import { type Checked, type Draft, lintDraft } from "./lintDraft";
import { diagnosticOf } from "./present";
import { Projects } from "./projects";
import { RememberedTasks } from "./rememberedTasks";

/** Milliseconds; long enough that a run of keystrokes is checked once. */
const DEBOUNCE = 200;

/** The open drafts, each checked again some time after a change; answers to an older version are thrown away. */
export class CheckedDrafts {
  readonly #projects = new Projects();
  readonly #remembered = new RememberedTasks();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #checks = new Map<string, { version: number; result: Promise<Checked | null> }>();
  /** Troubles already told, so that a wrong configuration is not told anew with every keystroke. */
  readonly #told = new Set<string>();

  constructor(
    readonly connection: Connection,
    readonly draftOf: (uri: string) => Draft | null,
  ) {}

  /** Opened, which is checked at once, or typed in. */
  changed(uri: string): void {
    this.#check(uri, this.#timers.has(uri) ? DEBOUNCE : 0);
  }

  #check(uri: string, delay: number): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => void this.#publish(uri), delay),
    );
  }

  /** Something beside the texts changed. */
  checkAll(uris: readonly string[]): void {
    this.#projects.forget();
    // Own laws may have changed.
    this.#remembered.clear();
    this.#told.clear();
    this.#checks.clear();
    for (const uri of uris) this.#check(uri, 0);
  }

  close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#checks.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** What is known of the text as it is now; checks it if that was not done yet. Null: nothing to say, or trouble. */
  async current(uri: string): Promise<Checked | null> {
    const draft = this.draftOf(uri);
    if (!draft) return null;
    try {
      return await this.#checked(uri, draft);
    } catch {
      // Told when the diagnostics were published.
      return null;
    }
  }

  async #publish(uri: string): Promise<void> {
    const draft = this.draftOf(uri);
    if (!draft) return;
    const { version } = draft;
    let diagnostics: Diagnostic[] = [];
    try {
      const checked = await this.#checked(uri, draft);
      diagnostics = (checked?.findings ?? []).map(diagnosticOf);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      diagnostics = error instanceof ConfigError ? [] : [unreadable(message)];
      if (error instanceof ConfigError) this.#tell(message);
    }
    if (this.draftOf(uri)?.version !== version) return;
    await this.connection.sendDiagnostics({ uri, version, diagnostics });
  }

  #checked(uri: string, draft: Draft): Promise<Checked | null> {
    const known = this.#checks.get(uri);
    if (known?.version === draft.version) return known.result;
    // A file that was renamed or deleted meanwhile is still open.
    const onDisk = draft.onDisk && existsSync(draft.path);
    const result = lintDraft({ ...draft, onDisk }, this.#projects, this.#remembered);
    // A failure is seen by whoever awaits it; it must not end the process meanwhile.
    result.catch(() => {});
    this.#checks.set(uri, { version: draft.version, result });
    return result;
  }

  #tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    // As a notification: the request of the same name waits for an answer that not every editor gives.
    void this.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: `gongwen-lint：${message}`,
    });
  }
}

function unreadable(message: string) {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    source: "gongwen-lint",
    message: `没有校核：${message}`,
  };
}
