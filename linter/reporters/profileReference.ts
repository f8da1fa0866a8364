import { SHIPPED_PROFILES, type ShippedProfile } from "../engine/profiles/shipped";

/** docs/profiles.md: the shipped 地区口径, with what each rests on. */
export function profilesMarkdown(): string {
  const profiles: readonly ShippedProfile[] = Object.values(SHIPPED_PROFILES);
  return `# 自带的地区口径

由程序的数据生成（\`npm run docs\`），请勿手工修改。用法见 [configuration.md](configuration.md)。

只收查到政府网站上的文件怎样说的，没有查到的一项不写。本地规定会修改，用以前请对照现行文本；不同的，照 configuration.md 的样子自己写一份。

${profiles.map(section).join("\n\n")}
`;
}

function section({ name, validity, interpretation, source, asOf, note }: ShippedProfile): string {
  const facts = [
    ...(validity?.years ? [`有效期最长 ${validity.years} 年`] : []),
    ...(validity?.trialYears ? [`暂行、试行的最长 ${validity.trialYears} 年`] : []),
    ...(validity?.required ? ["必须写明有效期"] : []),
    ...(validity?.reviewMonths ? [`届满前 ${validity.reviewMonths} 个月内评估`] : []),
    ...(interpretation?.daysAfterRelease === undefined
      ? []
      : [`解读最迟晚于文件 ${interpretation.daysAfterRelease} 个工作日`]),
  ];
  const bases = new Set([validity?.basis, interpretation?.basis].filter((basis) => basis !== undefined));
  return [
    `## ${name}\n`,
    ...facts.map((fact) => `- ${fact}`),
    ...[...bases].map((basis) => `- 依据：${basis}`),
    `- 出处：${source}，${asOf}`,
    ...(note ? [`- ${note}`] : []),
  ].join("\n");
}
