import type { XmlHandlers } from "../../xml";

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/^zh-(?:tw|hk|mo|hant)/i, "Hant"],
  [/^zh/i, "Hans"],
  [/^ja/i, "Jpan"],
  [/^ko/i, "Hang"],
];

/** 主题字体: what names like minorEastAsia stand for (ISO/IEC 29500-1, 17.18.96 and 20.1.4.1). */
export class ThemeFonts {
  /** By scheme and slot: "minor ea", "major Hans". */
  private readonly fonts = new Map<string, string>();
  /** The language of Chinese, Japanese and Korean text: w:themeFontLang of the settings. */
  language: string | undefined;

  /** What to stream the theme's part through. */
  collect(): XmlHandlers {
    let scheme = "";
    return {
      open: (name, { typeface = "", script }) => {
        const local = name.slice(name.indexOf(":") + 1);
        if (local === "majorFont") scheme = "major";
        else if (local === "minorFont") scheme = "minor";
        else if (scheme && typeface) this.fonts.set(`${scheme} ${script ?? local}`, typeface);
      },
      close: (name) => {
        if (/:?(?:major|minor)Font$/.test(name)) scheme = "";
      },
    };
  }

  /** The font of ST_Theme; an empty East Asian slot leaves the choice to the language's script. */
  font(name: string | undefined): string | undefined {
    const [, scheme, slot] = /^(major|minor)(EastAsia|Ascii|HAnsi)$/.exec(name ?? "") ?? [];
    if (!scheme) return undefined;
    if (slot !== "EastAsia") return this.fonts.get(`${scheme} latin`);
    const script = SCRIPTS.find(([language]) => language.test(this.language ?? ""))?.[1];
    return this.fonts.get(`${scheme} ea`) ?? (script && this.fonts.get(`${scheme} ${script}`));
  }
}
