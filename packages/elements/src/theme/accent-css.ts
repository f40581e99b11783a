const darkened = (axis: string) => `calc(${axis}*min(1,.175/y + max(0,y - .4)*1e6))`;

/**
 * What follows from one brand colour, `--eyeline-color-accent`, whatever it is. Luminances (`y`) are chosen so that text
 * on the accent has a contrast of at least 4.5: white on a fill of at most 0.175, black on one of at least 0.4; a fill
 * between the two is darkened, at the same hue, until white can be read on it. So a lightness (`l`) of 60 lies well between both.
 * Plain CSS, since the loader has no Lit.
 */
export const accentCss = `:host{--_accent:var(--eyeline-color-accent,#3457d5);--_darkened:color(from var(--_accent) xyz-d65 ${['x', 'y', 'z'].map(darkened).join(' ')});--_on-accent:var(--eyeline-color-on-accent,lab(from var(--_darkened) clamp(0,(60 - l)*1e6,100) 0 0));--_accent-fill:light-dark(var(--_darkened),oklch(from var(--_darkened) max(l,.45) c h))}`;
