import { browser } from "wxt/browser";
import { z } from "zod/mini";
import { titledFingerprint } from "../background/fingerprint";
import type { DraftForm } from "../shared/messages";

const text = z.optional(z.string());
const stored = z.record(
  z.string(),
  z.object({
    on: z.string(),
    values: z.object({
      disclosure: z.optional(z.enum(["主动公开", "依申请公开", "不予公开"])),
      disclosureReason: text,
      legalityReview: z.optional(z.object({ organ: text, number: text, date: text, result: text })),
      interpretation: z.optional(z.array(z.string())),
    }),
  }),
);

/** 补充信息 by the fingerprint of the draft's address and title, with the day of the last change (ISO). */
export type StoredForms = Readonly<Record<string, { on: string; values: DraftForm }>>;

export const FORMS_KEY = "forms";

export async function readForms(): Promise<StoredForms> {
  const read = stored.safeParse((await browser.storage.local.get(FORMS_KEY))[FORMS_KEY] ?? {});
  return read.success ? read.data : {};
}

export async function writeForms(forms: StoredForms): Promise<void> {
  await browser.storage.local.set({ [FORMS_KEY]: forms });
}

export async function readForm(key: string): Promise<DraftForm | null> {
  return (await readForms())[key]?.values ?? null;
}

/** Null takes the form back. */
export async function writeForm(key: string, values: DraftForm | null): Promise<void> {
  const { [key]: _, ...others } = await readForms();
  const on = new Date().toISOString().slice(0, 10);
  await writeForms(values ? { ...others, [key]: { on, values } } : others);
}

/** The title was edited: what was filled in goes with it. */
export async function moveForm(from: string, to: string): Promise<void> {
  const { [from]: form, ...others } = await readForms();
  if (form) await writeForms({ ...others, [to]: form });
}

export function formKey(salt: string, url: string, title: string | null): string {
  return titledFingerprint(salt, url, title ?? "");
}

/** Whether a title looks like another after one edit, rather than that of another document. */
export function isEditedTitle(before: string | null, after: string | null): boolean {
  if (!before || !after) return true;
  const longest = Math.max(before.length, after.length);
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return (head + tail) * 2 >= longest;
}
