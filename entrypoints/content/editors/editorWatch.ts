import type { EditorAdapter } from "../adapters/adapter";
import { windowOf } from "../adapters/inputPaths";
import { shownPlaceOf } from "../adapters/paintedPages";
import { adapterFor, candidatesIn, isEditorRoot, isShown } from "./findEditors";
import { PageTexts } from "./pageTexts";

export interface EditorWatchHooks {
  found(adapter: EditorAdapter): void;
  lost(adapter: EditorAdapter): void;
  /** The page changed outside the editors: what is drawn may have to move. */
  pageChanged(): void;
}

/**
 * Knows the editors of this document, of open shadow trees and of same-origin frames in it, however late they come. A
 * candidate becomes an editor when it is first seen with a size.
 */
export class EditorWatch {
  private readonly editors = new Map<HTMLElement, EditorAdapter>();
  private readonly candidates = new Map<HTMLElement, IntersectionObserver>();
  private readonly roots = new WeakSet<Node>();
  private readonly stop = new AbortController();
  private readonly observers: MutationObserver[] = [];
  /** Those whose text is not in the DOM. */
  private readonly pageTexts: PageTexts;

  constructor(private readonly hooks: EditorWatchHooks) {
    this.pageTexts = new PageTexts(hooks);
    this.watch(document);
  }

  dispose(): void {
    this.stop.abort();
    this.pageTexts.dispose();
    for (const observer of this.observers) observer.disconnect();
    for (const observer of this.candidates.values()) observer.disconnect();
    for (const [element, adapter] of this.editors) this.lose(element, adapter);
  }

  /** A document or an open shadow root. */
  private watch(root: Document | ShadowRoot): void {
    if (this.roots.has(root)) return;
    this.roots.add(root);
    const view = (root.nodeType === 9 ? (root as Document) : root.ownerDocument)?.defaultView;
    if (!view) return;
    if (root.nodeType === 9) this.pageTexts.watch(root as Document);
    const observer = new view.MutationObserver((records) => this.read(records));
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["contenteditable", "readonly", "disabled", "style", "class", "hidden"],
    });
    this.observers.push(observer);
    // A shadow tree attached long after its host, and a frame written anew, are met at the latest when used.
    root.addEventListener("focusin", (event) => this.meet(event.composedPath()), {
      signal: this.stop.signal,
    });
    this.search(root);
  }

  private read(records: readonly MutationRecord[]): void {
    let isOutside = false;
    for (const { type, target, addedNodes } of records) {
      if (this.isInEditor(target)) continue;
      isOutside = true;
      if (type === "attributes") this.search(target as HTMLElement, false);
      for (const node of addedNodes) if (node.nodeType === 1) this.search(node as HTMLElement);
    }
    if (!isOutside) return;
    for (const [element, adapter] of this.editors) if (!isEditorRoot(element)) this.lose(element, adapter);
    for (const [element, observer] of this.candidates) {
      if (element.isConnected) continue;
      observer.disconnect();
      this.candidates.delete(element);
    }
    this.pageTexts.pageChanged();
    this.hooks.pageChanged();
  }

  private isInEditor(node: Node): boolean {
    for (const element of this.editors.keys()) if (element !== node && element.contains(node)) return true;
    return false;
  }

  private search(root: ParentNode & Node, isDeep = true): void {
    if (isDeep) {
      for (const element of candidatesIn(root)) this.consider(element);
      if (root.nodeType === 1) this.enter(root as Element);
      for (const element of root.querySelectorAll("*")) this.enter(element);
    } else if (root.nodeType === 1 && isEditorRoot(root as HTMLElement) && isCandidate(root as HTMLElement)) {
      this.consider(root as HTMLElement);
    }
  }

  /** Into what a query does not reach: open shadow trees and same-origin frames. */
  private enter(element: Element): void {
    if (element.shadowRoot) this.watch(element.shadowRoot);
    if (element.nodeName !== "IFRAME" && element.nodeName !== "FRAME") return;
    if (this.roots.has(element)) return;
    this.roots.add(element);
    const look = () => {
      const inner = innerDocument(element as HTMLIFrameElement);
      if (inner) this.watch(inner);
      if (inner) this.search(inner);
    };
    element.addEventListener("load", look, { signal: this.stop.signal });
    look();
  }

  private meet(path: readonly EventTarget[]): void {
    for (const target of path)
      if ("nodeType" in target && (target as Node).nodeType === 1) this.enter(target as Element);
    const element = path[0] as HTMLElement | undefined;
    if (element?.nodeType === 1) this.search(element, false);
  }

  private consider(element: HTMLElement): void {
    if (this.editors.has(element) || this.candidates.has(element)) return;
    const place = shownPlaceOf(element);
    if (!place) return;
    const observer = new (windowOf(element).IntersectionObserver)((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting) || !isEditorRoot(element) || !isShown(place))
        return;
      observer.disconnect();
      this.candidates.delete(element);
      const adapter = adapterFor(element);
      this.editors.set(element, adapter);
      this.hooks.found(adapter);
    });
    this.candidates.set(element, observer);
    observer.observe(place);
  }

  private lose(element: HTMLElement, adapter: EditorAdapter): void {
    this.editors.delete(element);
    this.hooks.lost(adapter);
  }
}

function isCandidate(element: HTMLElement): boolean {
  return element.isContentEditable || element.nodeName === "TEXTAREA" || element.nodeName === "INPUT";
}

/** The frame's document, or null when it belongs to another origin. */
function innerDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** Whether a script in the parent frame looks after this frame too: then this one has nothing to do. */
export function isLookedAfterByParent(): boolean {
  if (window.parent === window) return false;
  try {
    return window.parent.document !== null;
  } catch {
    return false;
  }
}
