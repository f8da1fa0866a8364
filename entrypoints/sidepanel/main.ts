import { browser } from "wxt/browser";
import { element } from "../content/card/element";
import { send } from "../shared/connection";
import type {
  DraftFinding,
  DraftForm,
  DraftOverview,
  DraftsResponse,
  Notice,
  PanelNotice,
} from "../shared/messages";
import { part, translatePage } from "../shared/page";
import { openOptions, openWorkbench } from "../shared/pages";
import { word } from "../shared/words";
import { showDraft } from "./draftView";
import { FindingsView } from "./findingsView";
import { FormView } from "./formView";

/** How long the drafts must be quiet before they are asked for again. */
const PAUSE_MS = 120;

/**
 * The side panel (侧边栏) follows the tab in front. Opened as an ordinary page, where browsers have no side panel, it is
 * told its tab in its address and stays with it.
 */
const fixedTab = Number(new URLSearchParams(location.search).get("tab")) || null;
let tab: number | null = fixedTab;
let chosen: DraftOverview | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

translatePage();
const findings = new FindingsView(goTo);
const form = new FormView(save);
const status = part("status", HTMLElement);
const drafts = part("drafts", HTMLSelectElement);
let answer: DraftsResponse | null = null;

drafts.addEventListener("change", () => show());
part("open-workbench", HTMLButtonElement).addEventListener("click", openWorkbench);
part("open-options", HTMLButtonElement).addEventListener("click", openOptions);
browser.runtime.onMessage.addListener((message: unknown) => {
  const { kind, tab: changed } = message as PanelNotice;
  if (kind === "drafts-changed" && changed === tab) later();
});
if (fixedTab === null) {
  browser.tabs.onActivated.addListener(() => void follow());
  browser.windows.onFocusChanged.addListener(() => void follow());
}
void follow();

async function follow(): Promise<void> {
  if (fixedTab === null) {
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    if (active?.id === tab && answer) return;
    tab = active?.id ?? null;
  }
  await ask();
}

function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), PAUSE_MS);
}

async function ask(): Promise<void> {
  if (tab === null) return;
  const asked = tab;
  try {
    const response = await send({ kind: "drafts", tab });
    if (asked !== tab) return;
    if (response.kind === "drafts") answer = response;
    else throw new Error(response.kind === "failed" ? response.reason : response.kind);
    show();
  } catch (error) {
    answer = null;
    part("draft", HTMLElement).hidden = true;
    status.hidden = false;
    status.textContent = `${word("checkFailed")}：${error instanceof Error ? error.message : String(error)}`;
  }
}

function show(): void {
  const found = answer?.drafts ?? [];
  const wanted = drafts.value;
  drafts.replaceChildren(
    ...found.map((draft) => element("option", { value: nameOf(draft) }, draft.title ?? word("untitled"))),
  );
  chosen = found.find((draft) => nameOf(draft) === wanted) ?? longest(found);
  part("choice", HTMLElement).hidden = found.length < 2;
  part("draft", HTMLElement).hidden = chosen === null;
  status.hidden = chosen !== null;
  status.textContent = word("noDraft");
  if (!chosen || !answer) return;
  drafts.value = nameOf(chosen);
  showDraft(chosen);
  findings.show(chosen.findings, answer.ruleTitles);
  form.show(nameOf(chosen), chosen.form);
}

/** The draft with a title, or with most in it, is what the drafter means. */
function longest(found: readonly DraftOverview[]): DraftOverview | null {
  const weight = ({ elements, findings: { length } }: DraftOverview) => elements.length * 10 + length;
  return [...found].sort((a, b) => weight(b) - weight(a))[0] ?? null;
}

function nameOf({ frame, editor }: DraftOverview): string {
  return `${frame}/${editor}`;
}

function goTo({ key, paragraph }: DraftFinding): void {
  if (tab === null || !chosen) return;
  const notice: Notice = { kind: "go-to", editor: chosen.editor, finding: key, paragraph };
  // The tab may have gone meanwhile; then there is nothing to show.
  browser.tabs.sendMessage(tab, notice, { frameId: chosen.frame }).catch(() => {});
  if (fixedTab !== null) browser.tabs.update(fixedTab, { active: true }).catch(() => {});
}

async function save(values: DraftForm | null): Promise<boolean> {
  if (tab === null || !chosen) return false;
  const { frame, editor } = chosen;
  const response = await send({ kind: "fill-in", tab, frame, editor, values });
  later();
  return response.kind === "done";
}
