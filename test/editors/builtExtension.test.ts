import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtExtension } from "./harness/built";

const EXTENSION = builtExtension();
const files = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" });
const read = (name: string) => readFileSync(join(EXTENSION, name), "utf8");
const scripts = files.filter((name) => name.endsWith(".js"));
/** Says whether, not what: a script of a million characters is no message. */
const has = (script: string, pattern: RegExp) => pattern.test(script);
const pages = files.filter((name) => name.endsWith(".html"));
const manifest = JSON.parse(read("manifest.json")) as Record<string, unknown>;

describe("the manifest", () => {
  test("asks for the least, and for no site at install", () => {
    expect(manifest["permissions"]).toEqual(["activeTab", "scripting", "storage", "sidePanel"]);
    expect(manifest["host_permissions"]).toBeUndefined();
    expect(manifest["optional_host_permissions"]).toEqual(["*://*/*"]);
    expect(manifest["content_scripts"]).toEqual([]);
    expect(manifest["externally_connectable"]).toBeUndefined();
    expect(manifest["web_accessible_resources"]).toBeUndefined();
  });

  test("forbids every connection but to the extension's own files", () => {
    const { extension_pages: policy } = manifest["content_security_policy"] as { extension_pages: string };
    const directives = new Map(
      policy.split(";").map((part) => {
        const [name = "", ...values] = part.trim().split(/\s+/);
        return [name, values.join(" ")] as const;
      }),
    );
    expect(directives.get("default-src")).toBe("'none'");
    for (const name of ["script-src", "style-src", "connect-src"])
      expect(directives.get(name)).toBe("'self'");
    expect(directives.get("form-action")).toBe("'none'");
    expect(policy).not.toContain("unsafe");
  });

  test("points at files that are there", () => {
    const { managed_schema } = manifest["storage"] as { managed_schema: string };
    const { page } = manifest["options_ui"] as { page: string };
    const { default_path } = manifest["side_panel"] as { default_path: string };
    for (const name of [managed_schema, page, default_path, "workbench.html", "popup.html"]) {
      expect(files).toContain(name);
    }
  });
});

describe.each(pages)("%s", (name) => {
  const html = read(name);

  test("holds nothing inline and nothing from elsewhere", () => {
    for (const [tag, attributes = "", content = ""] of html.matchAll(
      /<script([^>]*)>([\s\S]*?)<\/script>/g,
    )) {
      expect(attributes, tag).toMatch(/\bsrc="\/[^"/]/);
      expect(content.trim()).toBe("");
    }
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
  });
});

describe.each(scripts)("%s", (name) => {
  const script = read(name);

  test("fetches no address, runs no text as code", () => {
    expect(has(script, /\bfetch\(\s*["'`]?https?:/)).toBe(false);
    // A library that reads PDF could also ask for an address; it is given bytes, and the policy refuses the rest.
    expect(has(script, /\bnew (?:WebSocket|EventSource|RTCPeerConnection)\b/)).toBe(false);
    expect(has(script, /\.open\(\s*["'`][A-Z]+["'`],\s*["'`]https?:/)).toBe(false);
    expect(has(script, /\bsendBeacon\(|\bimportScripts\(|\beval\(/)).toBe(false);
    expect(has(script, /\bimport\(\s*["'`]https?:/)).toBe(false);
    expect(has(script, /\.(?:innerHTML|outerHTML)\s*=|\binsertAdjacentHTML\(|document\.write\(/)).toBe(false);
  });
});
