/** How much text on either side makes a finding recognisable when the paragraph is edited elsewhere. */
const CONTEXT = 12;

/**
 * The name of a finding over versions of its text, as 16 hexadecimal digits: rule, quoted words and a little of the text
 * around, salted for each installation, so that what is kept of ignored findings tells nothing of the draft.
 */
export function fingerprint(
  salt: string,
  finding: { ruleId: string; quote: string },
  paragraph: string,
  span: { start: number; end: number },
): string {
  const before = paragraph.slice(Math.max(0, span.start - CONTEXT), span.start);
  const after = paragraph.slice(span.end, span.end + CONTEXT);
  return hash([salt, finding.ruleId, finding.quote, before, after].join("\u001f"));
}

/** The name of a page's draft: its address without the fragment. */
export function draftFingerprint(salt: string, url: string): string {
  return hash([salt, url.split("#")[0]].join("\u001f"));
}

/** The name of what was filled in beside a draft: address and title, since one page may edit many drafts. */
export function titledFingerprint(salt: string, url: string, title: string): string {
  return hash([salt, url.split("#")[0], title].join("\u001f"));
}

/** Two 32-bit FNV-1a hashes over the text, from either end. */
function hash(text: string): string {
  let forth = 0x811c9dc5;
  let back = 0x811c9dc5;
  for (let at = 0, end = text.length - 1; at < text.length; at++) {
    forth = Math.imul(forth ^ text.charCodeAt(at), 0x01000193);
    back = Math.imul(back ^ text.charCodeAt(end - at), 0x01000193);
  }
  return [forth, back].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
