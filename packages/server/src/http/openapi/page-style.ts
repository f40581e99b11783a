/** The page of the API: light and dark by the reader's choice, from 320 pixels on. */
export const pageStyle = `
:root { color-scheme: light dark; --surface: light-dark(#fff, #16181d); --raised: light-dark(#f5f6f8, #1f222a);
  --text: light-dark(#1a1d24, #e8eaf0); --muted: light-dark(#59606e, #a4abba); --line: light-dark(#dfe2e8, #343945);
  --accent: light-dark(#3457d5, #9db2ff); }
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--surface); color: var(--text); font: 16px/24px system-ui, sans-serif; scroll-padding-top: 16px; }
body { margin: 0 auto; max-width: 1200px; padding: 24px 16px 64px; overflow-wrap: anywhere; }
h1 { font-size: 28px; line-height: 36px; margin: 0 0 8px; }
h2 { font-size: 20px; line-height: 28px; margin: 48px 0 8px; }
h3 { font-size: 16px; line-height: 24px; margin: 0; }
h4 { font-size: 14px; line-height: 20px; margin: 16px 0 4px; color: var(--muted); font-weight: 600; }
p { margin: 0 0 8px; max-width: 72ch; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code, pre { font: 14px/20px ui-monospace, monospace; }
pre { margin: 0; padding: 12px; background: var(--raised); border-radius: 8px; white-space: pre-wrap; }
nav ul { list-style: none; margin: 0 0 12px; padding: 0; }
nav li a { display: block; padding: 4px 0; text-decoration: none; font-size: 14px; line-height: 20px; }
nav li a:hover { text-decoration: underline; }
nav p { margin: 12px 0 0; font-weight: 600; font-size: 14px; }
article { border: 1px solid var(--line); border-radius: 12px; padding: 16px; margin: 16px 0; }
.way { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: baseline; margin-bottom: 4px; }
.method { font: 600 14px/20px ui-monospace, monospace; color: var(--accent); }
.who { color: var(--muted); font-size: 14px; line-height: 20px; }
dl { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); font-size: 14px; line-height: 20px; }
dt { padding-top: 6px; font-weight: 600; }
dd { margin: 0; color: var(--muted); }
@media (min-width: 640px) { dl { grid-template-columns: minmax(120px, 220px) minmax(0, 1fr); gap: 4px 16px; } dt, dd { padding: 2px 0; } }
@media (min-width: 1000px) { .columns { display: grid; grid-template-columns: 256px minmax(0, 1fr); gap: 40px; }
  nav { position: sticky; top: 16px; align-self: start; max-height: calc(100vh - 32px); overflow-y: auto; } }
@media (forced-colors: active) { article, pre { border: 1px solid; } }
`;
