/** 字号: points by name. */
const SIZES: readonly (readonly [number, string])[] = [
  [42, "初号"],
  [36, "小初"],
  [26, "一号"],
  [24, "小一"],
  [22, "二号"],
  [18, "小二"],
  [16, "三号"],
  [15, "小三"],
  [14, "四号"],
  [12, "小四"],
  [10.5, "五号"],
  [9, "小五"],
];

/** 三号（16 磅）; without a name 13 磅. */
export function sizeName(points: number): string {
  const name = SIZES.find(([size]) => Math.abs(size - points) < 0.01)?.[1];
  return name ? `${name}（${points} 磅）` : `${points} 磅`;
}

/** A measure for a message: no more digits than anybody sets by hand. */
export function measure(value: number): string {
  return String(Math.round(value * 10) / 10);
}
