import { createHash } from 'node:crypto';

/** One sheet for all pages, in the page itself: a single request, and nothing to fetch from anywhere. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f7f6f2;--surface:#fff;--line:#e2dfd7;--ink:#1a1e21;--soft:#575e63;--accent:#0b5e63;--false:#b3231b;--true:#2c6a3f;--partly:#8a5a00;--warn:#f8edd3}
@media (prefers-color-scheme:dark){:root{--ground:#0e1113;--surface:#161a1d;--line:#2b3135;--ink:#e6e8e9;--soft:#a3abb0;--accent:#6cc3c3;--false:#ff8f84;--true:#7fcf97;--partly:#e5b458;--warn:#2e2611}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.75 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:3px}
a:focus-visible,summary:focus-visible,h1:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--surface);padding:8px 12px}
.top,main,footer{max-width:46rem;margin:0 auto;padding:0 20px}
.top{display:flex;flex-wrap:wrap;gap:0 20px;align-items:center;justify-content:space-between;padding-top:12px;padding-bottom:12px;border-bottom:1px solid var(--line)}
.top a,footer a{display:inline-block;padding:10px 0}
.body{font-weight:600;font-size:17px;color:var(--ink);text-decoration:none}
h1{font-size:26px;line-height:1.35;margin:28px 0 8px}
h2{font-size:17px;line-height:1.4;margin:28px 0 6px}
p{margin:0 0 12px}
.lines{white-space:pre-line}
.soft{color:var(--soft);font-size:14px}
.list{list-style:none;margin:20px 0;padding:0}
.list>li{padding:20px 0;border-top:1px solid var(--line)}
.list h2{margin:6px 0;font-size:19px}
.list h2 a{display:block;padding:4px 0;color:var(--ink)}
.cut{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.mark{display:inline-flex;gap:6px;align-items:center;font-weight:600;font-size:15px}
.mark i{font-style:normal}
.v-false{color:var(--false)}.v-true{color:var(--true)}.v-partly-true{color:var(--partly)}.v-unverifiable{color:var(--soft)}
.said{margin:16px 0;padding:4px 0 4px 16px;border-left:4px solid var(--line);font-size:17px}
.said p{margin:0}
.verdict{font-size:20px}
.verdict .mark{font-size:22px}
.notice{margin:20px 0;padding:14px 16px;background:var(--warn);border-left:4px solid var(--partly)}
.notice p:last-child{margin:0}
ul.plain{margin:0;padding-left:20px}
ul.plain li{margin:4px 0}
ul.plain a{display:inline-block;padding:6px 0}
code{font:13px/1.6 ui-monospace,Consolas,monospace}
summary{padding:10px 0;cursor:pointer}
.pages{display:flex;gap:24px;margin:8px 0 24px}
.pages a{padding:12px 0}
footer{margin-top:40px;padding-top:16px;padding-bottom:32px;border-top:1px solid var(--line)}
@media print{:root{--ground:#fff;--surface:#fff;--ink:#000;--soft:#333;--accent:#000;--warn:#fff}body{font-size:11pt}.skip,.top nav,.pages,footer nav{display:none}.top,main,footer{max-width:none;padding:0}a{color:#000}a[href^="http"]::after{content:" <" attr(href) ">";font-size:9pt}.list>li,section{break-inside:avoid}}
`.trim();

/** As a content security policy names it: this sheet and no other. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
