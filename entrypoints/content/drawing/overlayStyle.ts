/** The overlay's style sheet. Colours keep a contrast of 4.5 : 1 on both grounds. */
export const OVERLAY_STYLE = `
:host{color-scheme:light dark}
*{box-sizing:border-box}
.marks{position:fixed;left:0;top:0;pointer-events:none}
.mark{position:fixed;left:0;top:0;border-bottom:2px solid}
.mark.error{border-color:#dc2626;background:rgba(220,38,38,.08)}
.mark.warning{border-color:#b45309}
.mark.info{border-bottom-style:dotted;border-color:#2563eb}
.badge,.card{--ground:#fff;--ink:#1f2328;--soft:#57606a;--line:#d0d7de;--accent:#0b57d0;--on-accent:#fff;
  font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink)}
@media (prefers-color-scheme:dark){
  .badge,.card{--ground:#22272e;--ink:#e6edf3;--soft:#adbac7;--line:#444c56;--accent:#8ab4f8;--on-accent:#10151c}
}
.badge{z-index:1;position:fixed;left:0;top:0;display:flex;gap:8px;align-items:center;padding:1px 10px;border:1px solid var(--line);
  border-radius:12px;background:var(--ground);cursor:pointer;font-size:12px;box-shadow:0 1px 3px rgba(0,0,0,.2)}
.badge[hidden],.card[hidden]{display:none}
.badge i{font-style:normal}
.badge i::before{content:"";display:inline-block;width:8px;height:8px;margin-inline-end:4px;border-radius:50%;background:var(--dot)}
.error{--dot:#dc2626}.warning{--dot:#b45309}.info{--dot:#2563eb}
.card{z-index:2;position:fixed;left:0;top:0;width:min(380px,calc(100vw - 16px));max-height:min(440px,calc(100vh - 16px));overflow:auto;
  padding:12px 14px;border:1px solid var(--line);border-radius:8px;background:var(--ground);box-shadow:0 6px 24px rgba(0,0,0,.25)}
.card h2{display:flex;gap:8px;align-items:center;margin:0 0 6px;font-size:14px;font-weight:600}
.card h2::before{content:"";flex:none;width:8px;height:8px;border-radius:50%;background:var(--dot)}
.card p{margin:0 0 6px}
.card ul{margin:0 0 6px;padding-inline-start:18px}
.card .basis{color:var(--soft);font-size:12px}
.card .preview{padding:6px 8px;border:1px solid var(--line);border-radius:6px;overflow-wrap:anywhere}
.card del{color:#b42318;text-decoration:line-through}
.card ins{color:#116329;text-decoration:none;font-weight:600}
@media (prefers-color-scheme:dark){.card del{color:#ff938a}.card ins{color:#6bd28a}}
.card .actions{display:flex;flex-wrap:wrap;gap:6px;margin-top:8px}
.card button{padding:3px 10px;border:1px solid var(--line);border-radius:6px;background:transparent;color:inherit;font:inherit;font-size:13px;cursor:pointer}
.card button.primary{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.card button:disabled{opacity:.6;cursor:default}
.badge:focus-visible,.card:focus-visible,.card button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.card .position{margin-inline-start:auto;color:var(--soft);font-size:12px;font-weight:400}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (forced-colors:active){.mark{border-color:Highlight}}
`;
