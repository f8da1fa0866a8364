import { z } from "zod";
import { configSchema } from "./configSchema";
import type { Rule } from "./rule";

const LEVELS = ["error", "warning", "info", "off"];

/** JSON Schema of gongwen.config.yaml for editors: keys, the rules' names with their titles, and their options. */
export function configJsonSchema(rules: readonly Rule[]): object {
  const schema = z.toJSONSchema(configSchema, { io: "input", target: "draft-07" });
  const settings = {
    type: "object",
    properties: Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule)])),
    patternProperties: { "^local(/[a-z0-9-]+)+$": { enum: LEVELS } },
    additionalProperties: false,
  };
  const properties = schema.properties as Record<string, object>;
  const overrides = properties.overrides as { items: { properties: Record<string, object> } };
  const reference = { $ref: "#/definitions/rules" };
  overrides.items.properties.rules = reference;
  return {
    ...schema,
    title: "公文校核配置",
    properties: { ...properties, rules: reference },
    definitions: { rules: settings },
  };
}

function settingOf(rule: Rule): object {
  const level = { enum: LEVELS };
  if (Object.keys(rule.defaults).length === 0) return { description: rule.title, ...level };
  return {
    description: rule.title,
    anyOf: [
      level,
      { type: "array", items: [level, optionsOf(rule)], minItems: 2, maxItems: 2, additionalItems: false },
    ],
  };
}

function optionsOf({ schema, defaults }: Rule): object {
  if (!schema) return { type: "object" };
  const options = z.toJSONSchema(schema(z), { io: "input", target: "draft-07", unrepresentable: "any" });
  const { $schema: _, ...rest } = options;
  return { ...rest, default: defaults, additionalProperties: false };
}
