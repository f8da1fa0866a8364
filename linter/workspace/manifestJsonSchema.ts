import { metadataJsonProperties } from "../document/metadataJsonSchema";
import { ROLE_KEYS } from "./manifest";

/** JSON Schema of 材料清单 (gongwen.yaml) for editors: what parseManifest takes, and nothing that it would complain of. */
export function manifestJsonSchema(): object {
  const path = { type: ["string", "null"] };
  const paths = { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] };
  const metadata = { $ref: "#/definitions/metadata" };
  const main = { ...path, description: "正文的文件名，从清单所在的文件夹算起" };
  const companions = {
    type: ["object", "null"],
    description: "随附材料：是什么材料，在哪个文件",
    properties: Object.fromEntries(Object.keys(ROLE_KEYS).map((role) => [role, paths])),
    additionalProperties: false,
  };
  const files = {
    type: ["object", "null"],
    description: "文件夹里有几份文件的，逐个写明",
    additionalProperties: { type: ["object", "null"], allOf: [metadata] },
  };
  const exceptions = {
    type: ["array", "null"],
    description: "不用某条规则的文件和理由",
    items: {
      type: "object",
      properties: Object.fromEntries(
        ["规则", "文件", "理由", "rule", "file", "reason"].map((key) => [
          key,
          { type: "string", minLength: 1 },
        ]),
      ),
      allOf: [either("规则", "rule"), either("文件", "file"), either("理由", "reason")],
    },
  };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "公文材料清单",
    type: ["object", "null"],
    properties: {
      正文: main,
      main,
      材料: companions,
      companions,
      文件: files,
      files,
      例外: exceptions,
      exceptions,
    },
    allOf: [metadata],
    definitions: { metadata: { properties: metadataJsonProperties() } },
  };
}

function either(...keys: readonly string[]): object {
  return { anyOf: keys.map((key) => ({ required: [key] })) };
}
