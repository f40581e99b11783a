/**
 * The round button in the corner, as the loader and the widget both draw it, but for what is on it. Plain CSS, since the loader has no Lit. Its
 * border is seen only where the device forces its own colours.
 */
export const launcherCss = `.launcher{display:grid;place-items:center;width:60px;height:60px;border:2px solid #0000;border-radius:50%;background:var(--_accent-fill);color:var(--_on-accent);box-shadow:0 4px 20px #0004;cursor:pointer}.launcher:hover{scale:1.04}.launcher:focus-visible{outline:3px solid CanvasText;outline-offset:3px}`;
