import type { LocalProfile } from "./localProfile";

/** 自带的地区口径, with where the facts were read and of which day that is: local rules change unannounced. */
export interface ShippedProfile extends LocalProfile {
  source: string;
  /** ISO */
  asOf: string;
  /** What has happened since, as far as known. */
  note?: string;
}

/** Few and right: only what an official document of the place says of the local rule. */
export const SHIPPED_PROFILES = {
  湖南: {
    name: "湖南",
    validity: {
      basis:
        "《湖南省行政程序规定》（湖南省人民政府令第222号）、《湖南省规范性文件管理办法》（湖南省人民政府令第242号）",
      years: 5,
      trialYears: 2,
      reviewMonths: 6,
    },
    source: "岳阳市城市管理和综合执法局规范性文件清理结果公告的政策解读（岳阳市人民政府网站）",
    asOf: "2025-03-11",
    note: "《湖南省规范性文件管理办法》此后于2025年4月8日修改（湖南省人民政府令第327号），请对照",
  },
  陕西: {
    name: "陕西",
    validity: {
      basis: "《陕西省行政规范性文件制定和监督管理办法》（陕西省人民政府令第216号）",
      years: 5,
    },
    source: "铜政发〔2020〕33号（铜川市人民政府网站）",
    asOf: "2020-09-28",
  },
} as const satisfies Readonly<Record<string, ShippedProfile>>;

export type ShippedProfileName = keyof typeof SHIPPED_PROFILES;

/** What a configuration's `profile` means: a shipped one by its name, or one written out; null for no such name. */
export function resolveProfile(written: string | LocalProfile): LocalProfile | null {
  if (typeof written !== "string") return written;
  if (!Object.hasOwn(SHIPPED_PROFILES, written)) return null;
  const {
    source: _,
    asOf: __,
    note: ___,
    ...profile
  }: ShippedProfile = SHIPPED_PROFILES[written as ShippedProfileName];
  return profile;
}
