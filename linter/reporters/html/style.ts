/** The report's look, on screen in light and dark and on paper. Text keeps a contrast of at least 4.5 : 1. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --sheet: #fff; --ink: #1f2328; --soft: #57606a; --line: #d5dae0; --accent: #0b57d0;
  --error: #b42318; --warning: #935200; --info: #1d5fbf; --mark: #ffe9a8; --quiet: #eef0f3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #171b21; --sheet: #20262e; --ink: #e6edf3; --soft: #adbac7; --line: #3d4650; --accent: #8ab4f8;
    --error: #ff938a; --warning: #e8b15c; --info: #8ab4f8; --mark: #5a4a1a; --quiet: #2a313a;
  }
}
* { box-sizing: border-box; }
body {
  max-width: 1040px; margin: 0 auto; padding: 24px 20px 48px; background: var(--ground); color: var(--ink);
  font: 15px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, p, ul, dl, dd, blockquote { margin: 0; padding: 0; }
h1 { font-size: 24px; }
h2 { font-size: 16px; }
h3 { font-size: 15px; }
a { color: var(--accent); }
code { font-size: 12px; font-weight: 400; color: var(--soft); }
mark { padding: 1px 0; background: var(--mark); color: inherit; }
[hidden] { display: none !important; }
.soft { color: var(--soft); }
.small { font-size: 13px; }
.path, blockquote, dd { unicode-bidi: isolate; }
.error { --colour: var(--error); }
.warning { --colour: var(--warning); }
.info { --colour: var(--info); }
.unreadable { --colour: var(--error); }
.summary, .files, .file, form { margin-top: 20px; padding: 16px 20px; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); }
.tiles { display: flex; flex-wrap: wrap; gap: 12px; list-style: none; }
.tiles li { flex: 1 1 96px; padding: 8px 14px; border-radius: 6px; background: var(--quiet); }
.tiles b { display: block; font-size: 26px; line-height: 1.3; color: var(--colour, var(--ink)); }
.tiles span { color: var(--soft); font-size: 13px; }
table { width: 100%; border-collapse: collapse; }
th { font-weight: 400; text-align: start; }
caption { padding-bottom: 4px; font-weight: 600; text-align: start; }
.number { width: 4.5em; text-align: end; font-variant-numeric: tabular-nums; }
td.number.error, td.number.warning, td.number.info, td.unreadable { color: var(--colour); font-weight: 600; }
.chart { margin-top: 18px; }
.chart th { width: 42%; padding: 2px 12px 2px 0; }
.bar { font-size: 0; }
.bar i { display: inline-block; height: 12px; background: var(--colour); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.files table { margin-top: 8px; font-size: 14px; }
.files thead th { color: var(--soft); }
.files tr { border-top: 1px solid var(--line); }
.files thead tr { border: 0; }
.files td, .files th { padding: 4px 12px 4px 0; vertical-align: top; }
.files td:nth-child(2) { min-width: 6em; }
form { display: flex; flex-wrap: wrap; gap: 8px 18px; align-items: center; position: sticky; top: 0; padding: 10px 20px; }
form label { display: inline-flex; gap: 4px; align-items: center; }
form label:has([type="search"]) { flex: 1 1 240px; }
select, button, input[type="search"] {
  padding: 3px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); color: inherit; font: inherit; font-size: 14px;
}
input[type="search"] { flex: 1; min-width: 0; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
#shown, .clean { margin-top: 12px; font-weight: 600; }
.file { scroll-margin-top: 64px; }
article { margin-top: 16px; padding: 2px 0 2px 14px; border-inline-start: 4px solid var(--colour); }
.severity { color: var(--colour); margin-inline-end: 4px; }
blockquote { margin-top: 6px; padding: 6px 12px; border-radius: 4px; background: var(--quiet); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin-top: 8px; font-size: 14px; }
dt { color: var(--soft); }
.file { content-visibility: auto; contain-intrinsic-size: auto 600px; }
.text { margin-top: 16px; border-top: 1px solid var(--line); padding-top: 10px; }
.text summary { cursor: pointer; font-weight: 600; }
.text p { margin-top: 6px; text-indent: 2em; unicode-bidi: isolate; }
.text mark { border-bottom: 2px solid var(--colour); }
.to { margin: 0 1px; padding: 0 3px; font-size: 11px; vertical-align: super; scroll-margin-top: 96px; text-decoration: none; }
.to:target, article:target { outline: 2px solid var(--accent); outline-offset: 2px; }
article { scroll-margin-top: 96px; }
@media (max-width: 640px) {
  body { padding: 16px 10px 32px; }
  .summary, .files, .file, form { padding: 12px; }
  .number { width: 3em; }
  .chart code, .files td:nth-child(2), .files th:nth-child(2) { display: none; }
  form { position: static; }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000;
    --error: #b42318; --warning: #935200; --info: #1d5fbf; --mark: #ffe9a8; --quiet: #fff;
  }
  @page { margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  form { display: none; }
  .summary, .files, .file { padding: 0; border: 0; }
  .file { content-visibility: visible; break-before: page; padding-top: 10px; }
  blockquote, .tiles li { border: 1px solid var(--line); }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; text-decoration: underline; }
  a { color: inherit; text-decoration: none; }
  h2 { break-after: avoid; }
  article, tr { break-inside: avoid; }
}
`;
