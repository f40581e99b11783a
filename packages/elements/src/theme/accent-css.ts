const darkened = (axis: string) => `calc(${axis}*(1 - clamp(0,(.4 - y)*1e6,1)*(1 - min(1,.175/max(y,.0001)))))`;
const white = (share: number) => `calc(${share}*clamp(0,(.4 - y)*1e6,1))`;

/**
 * What follows from one brand colour, `--eyeline-color-accent`, whatever it is. Luminances (`y`) are chosen so that text
 * on the accent has a contrast of at least 4.5: white on a fill of at most 0.175, black on one of at least 0.4; a fill
 * between the two is darkened, at the same hue, until white can be read on it. Plain CSS, since the loader has no Lit.
 */
export const accentCss = `:host{--_accent:var(--eyeline-color-accent,#3457d5);--_on-accent:var(--eyeline-color-on-accent,#fff);--_accent-fill:var(--_accent);--_accent-hover:color-mix(in oklab,var(--_accent-fill),#000 10%)}@supports (color:color(from red xyz-d65 x y z)){:host{--_darkened:color(from var(--_accent) xyz-d65 ${['x', 'y', 'z'].map(darkened).join(' ')});--_on-accent:var(--eyeline-color-on-accent,color(from var(--_accent) xyz-d65 ${[0.9505, 1, 1.089].map(white).join(' ')}));--_accent-fill:light-dark(var(--_darkened),oklch(from var(--_darkened) max(l,.45) c h))}}`;
