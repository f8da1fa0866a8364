import { relative } from "node:path";
import { allRules } from "../../rules/index";
import { configureRules } from "../engine/configure";
import { patternOf } from "../engine/patterns/compile";
import { isIgnored, type LoadedConfig, rulesFor } from "../workspace/config/loadedConfig";
import { configsOf } from "./project";

/** `gongwen-lint lint --print-config FILE`: what applies to a file, as YAML, and which file says so. */
export async function printConfig(path: string, config?: string | boolean): Promise<number> {
  const { configOf, errors } = await configsOf([path], config);
  if (errors[0]) throw errors[0];
  const loaded = configOf(path);
  const { Document } = await import("yaml");
  const all = configureRules([...allRules, ...(loaded?.patterns ?? [])], "strict").map(({ rule }) => rule);
  const active = new Map(
    rulesFor(path, loaded, allRules).map((configured) => [configured.rule.id, configured]),
  );
  const preset = loaded?.preset ?? "recommended";
  const document = new Document({
    extends: preset,
    ...(loaded?.profile ? { profile: loaded.profile.local } : {}),
    rules: Object.fromEntries(
      all.map(({ id }) => {
        const { severity, options = {} } = active.get(id) ?? {};
        const level = severity ?? "off";
        return [id, Object.keys(options).length > 0 ? [level, options] : level];
      }),
    ),
    patterns: (loaded?.patterns ?? []).map(patternOf),
    laws: (loaded?.laws ?? []).map(shown),
  });
  document.commentBefore = [
    ` 对 ${path} 生效的配置`,
    ` 配置文件：${loaded ? shown(loaded.path) : "没有，用默认值"}`,
    ...(isIgnored(path, loaded) ? [" 这个文件在 ignore 里，不检查"] : []),
  ].join("\n");
  if (loaded?.profile) {
    const name = document.getIn(["profile", "name"], true) as { comment?: string };
    name.comment = ` ${shown(loaded.profile.from)}`;
  }
  for (const { id } of all) {
    const value = document.getIn(["rules", id], true) as { comment?: string };
    value.comment = ` ${originOf(id, path, loaded) ?? `预设 ${preset}`}`;
  }
  process.stdout.write(document.toString({ lineWidth: 0, flowCollectionPadding: true }));
  return 0;
}

/** The file whose word on a rule counts: the last override that covers the path, else the settings for all files. */
function originOf(id: string, path: string, config: LoadedConfig | null): string | null {
  const override = config?.overrides.findLast(({ covers, rules }) => id in rules && covers(path));
  if (override) return `${shown(override.from)} 的 overrides`;
  const from = config?.origins[id];
  if (from) return shown(from);
  return config?.patterns.some((rule) => rule.id === id) ? "patterns" : null;
}

function shown(path: string): string {
  return relative(process.cwd(), path).replaceAll("\\", "/");
}
