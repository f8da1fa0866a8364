import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameTitle, TitleIndex } from "../../rules/titles";

const piece = fc.constantFrom(
  ..."松河县|云溪市人民政府|关于印发|农村供水|农村厕所|校车安全|停车场|管理|办法|的通知|实施细则|（试行）|2024年|政策解读|A区|水".split(
    "|",
  ),
);
const title = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));

describe("an index of titles", () => {
  it("finds a title exactly when comparing it with each does", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), title, (titles, asked) => {
        const same = new TitleIndex(titles).sameAs(asked);
        if (same.length > 0) found++;
        expect(same.sort()).toEqual([...new Set(titles.filter((one) => isSameTitle(asked, [one])))].sort());
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(50);
    expect(found).toBeLessThan(450);
  });
});
