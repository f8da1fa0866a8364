import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configJsonSchema } from "../linter/engine/configJsonSchema";
import { profilesMarkdown } from "../linter/reporters/profileReference";
import { ruleIndexMarkdown, ruleMarkdown } from "../linter/reporters/ruleReference";
import { manifestJsonSchema } from "../linter/workspace/manifestJsonSchema";
import { allRules } from "../rules/index";

/** The generated pages of the reference: path in docs/ → text. A test compares them with what is committed. */
export function generatedPages(): Map<string, string> {
  return new Map([
    ["gongwen.config.schema.json", `${JSON.stringify(configJsonSchema(allRules), null, 1)}\n`],
    ["gongwen.schema.json", `${JSON.stringify(manifestJsonSchema(), null, 1)}\n`],
    ["profiles.md", profilesMarkdown()],
    ["rules/README.md", ruleIndexMarkdown(allRules)],
    ...allRules.map((rule) => [`rules/${rule.id}.md`, ruleMarkdown(rule)] as const),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of generatedPages()) {
    const page = new URL(path, import.meta.url);
    mkdirSync(new URL(".", page), { recursive: true });
    writeFileSync(page, text);
  }
}
