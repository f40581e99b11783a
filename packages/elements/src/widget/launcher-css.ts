/**
 * The round button in the corner, as the loader and the widget both draw it, but for what is on it. Plain CSS, since the loader has no Lit. Its
 * border is seen only where the device forces its own colours. In the order that compresses best.
 */
export const launcherCss = `.launcher{display:grid;height:60px;border:2px solid #0000;width:60px;box-shadow:0 4px 20px #0004;color:var(--_on-accent);border-radius:50%;cursor:pointer;place-items:center;background:var(--_accent-fill)}.launcher:hover{scale:1.04}.launcher:focus-visible{outline:3px solid CanvasText;outline-offset:3px}`;
