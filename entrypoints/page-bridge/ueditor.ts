/** The part of UEditor's API that a fix needs (UEditor 1.4.3, editor.js and plugins/undo.js). */
interface UeditorInstance {
  iframe?: HTMLIFrameElement;
  body?: HTMLElement;
  fireEvent(name: string): void;
  execCommand(name: string, value: string): void;
  selection: { getRange(): { select(): void } };
}

/** Puts text in place of the selection, between two scenes of UEditor's undo. Says whether the editor was found. */
export function replaceInUeditor(frame: string, text: string): boolean {
  const library = (window as { UE?: { instants?: Record<string, UeditorInstance> } }).UE;
  const editor = Object.values(library?.instants ?? {}).find((instance) => instance.iframe?.id === frame);
  if (!editor) return false;
  editor.fireEvent("saveScene");
  editor.selection.getRange().select();
  editor.execCommand("insertHtml", escapeHtml(text));
  editor.fireEvent("saveScene");
  return true;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
