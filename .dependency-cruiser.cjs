/** The one-way dependency rule of the project, enforced: shells → rules → engine → facts → document. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: `^${from}` },
  to: {
    path: "^(linter|rules|entrypoints|test)/",
    pathNot: [`^${from}`, ...allowed.map((path) => `^${path}`)],
  },
});

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    only("document-stands-alone", "linter/document/", [], "the document model knows nothing else"),
    only("words-stand-alone", "linter/words/", [], "the segmenter knows only text"),
    only(
      "facts-read-documents",
      "linter/facts/",
      ["linter/document/", "linter/words/"],
      "recognisers know only documents",
    ),
    only(
      "engine-knows-no-rule",
      "linter/engine/",
      ["linter/document/", "linter/facts/", "linter/words/"],
      "the engine knows no rule and no reader",
    ),
    only(
      "readers-make-documents",
      "linter/readers/",
      ["linter/document/"],
      "a reader knows only the document model",
    ),
    only(
      "writers-write-documents",
      "linter/writers/",
      ["linter/document/", "linter/readers/", "linter/engine/"],
      "a writer knows readers and findings",
    ),
    only(
      "reporters-print-findings",
      "linter/reporters/",
      ["linter/document/", "linter/facts/", "linter/engine/"],
      "a reporter knows findings only",
    ),
    only(
      "workspace-groups-documents",
      "linter/workspace/",
      ["linter/document/", "linter/facts/", "linter/engine/", "linter/readers/", "linter/words/"],
      "a workspace knows no rule",
    ),
    only(
      "rules-know-no-reader",
      "rules/",
      ["linter/document/", "linter/facts/", "linter/engine/", "linter/words/"],
      "a rule knows no reader",
    ),
    {
      name: "no-node-in-the-engine",
      severity: "error",
      comment: "the engine runs unchanged in a browser",
      from: {
        path: "^(linter|rules)/",
        pathNot: [
          "^linter/(cli|lsp)/",
          "^linter/workspace/node/",
          "^rules/laws/build/",
          "^linter/words/build/",
        ],
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "product-does-not-import-tests",
      severity: "error",
      from: { path: "^(linter|rules|entrypoints)/" },
      to: { path: "^test/" },
    },
    {
      name: "no-shell-in-the-engine",
      severity: "error",
      from: { path: "^(linter|rules)/", pathNot: ["^linter/(cli|lsp)/"] },
      to: { path: "^(entrypoints|linter/cli|linter/lsp)/" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^test/editors/pages|node_modules/\\.cache)" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mts", ".js", ".json"] },
  },
};
