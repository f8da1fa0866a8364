import type { RunFormat } from "./formats";

/** One object for all runs that state the same: a file has few formats and many runs. */
export class RunFormats {
  private readonly known = new Map<string, RunFormat>();

  same(run: RunFormat): RunFormat {
    const { style, font, latinFont, size } = run;
    const key = `${style}\n${font}\n${latinFont}\n${size}`;
    const known = this.known.get(key);
    if (known) return known;
    // A copy: what is known must not change with the run that is being read.
    const fresh = { ...run };
    this.known.set(key, fresh);
    return fresh;
  }
}
