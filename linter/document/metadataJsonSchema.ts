import { z } from "zod";
import { FIELDS, type Fields, REVIEW, REVIEW_KEYS } from "./metadataSchema";

/** An empty value states nothing. */
const EMPTY = { enum: [null, ""] };

/** JSON Schema of 元数据, key by key, for editors. Keys that mean nothing here are let alone, as in parseMetadata. */
export function metadataJsonProperties(): Record<string, object> {
  const review = {
    description: "机构、文号、日期、结论四项，或审核意见书的文号；没有审核的不写",
    anyOf: [
      { type: "object", properties: propertiesOf(REVIEW) },
      { type: ["string", "null"] },
      { const: false },
    ],
  };
  return { ...propertiesOf(FIELDS), ...aliased(REVIEW_KEYS, review) };
}

function propertiesOf<Shape extends object>(fields: Fields<Shape>): Record<string, object> {
  const all = Object.values<Fields<Shape>[keyof Shape]>(fields);
  return Object.assign(
    {},
    ...all.map(({ keys, expected, schema }) =>
      aliased(keys, { description: expected, anyOf: [written(schema), EMPTY] }),
    ),
  );
}

interface Described {
  description: string;
  anyOf: readonly object[];
}

/** The best key as it is; the others say which it is. */
function aliased([best = "", ...others]: readonly string[], schema: Described) {
  const same = { ...schema, description: `同“${best}”：${schema.description}` };
  return Object.fromEntries([[best, schema] as const, ...others.map((key) => [key, same] as const)]);
}

/** What may be written, before it is turned into what is meant. YAML of today has no dates, only text that looks so. */
function written(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-07",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") jsonSchema.not = {};
    },
  });
  return rest;
}
