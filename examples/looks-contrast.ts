import { type Pair, pairs, type Settings } from './looks-settings.ts';

/** WCAG's relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(share => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const between = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

export const contrast = (one: string, other: string): number => between(luminance(one), luminance(other));

/** What the widget makes of an accent on which neither black nor white could be read well: the same, darker. */
function fillLuminance(accent: string): number {
  const found = luminance(accent);
  return found > 0.175 && found < 0.4 ? 0.175 : found;
}

const least = 4.5;
/** Cut, not rounded: 4.49 is not enough. */
const ratio = (value: number): string => `${Math.floor(value * 10) / 10}\u00a0:\u00a01`;

export interface Finding {
  readonly isEnough: boolean;
  readonly text: string;
}

const finding = (what: string, value: number): Finding => ({
  isEnough: value >= least,
  text:
    value >= least
      ? `${what} is easy to read: ${ratio(value)}.`
      : `${what} is hard to read: ${ratio(value)}, and at least ${least}\u00a0:\u00a01 is needed. Make one of them lighter or darker.`,
});

const words = { text: 'Text', muted: 'Muted text', danger: 'What has failed', success: 'What is well' } as const;

/** Whether everything can be read, in words, with the figure of WCAG. */
export function contrastFindings({ accent, onAccent, colours, theme }: Settings): readonly Finding[] {
  const themes = (['light', 'dark'] satisfies (keyof Pair)[]).filter(one => theme === 'auto' || theme === one);
  const fill = fillLuminance(accent);
  const onFill = onAccent ? luminance(onAccent) : fill >= 0.4 ? 0 : 1;
  return [
    finding('Text on the accent', between(fill, onFill)),
    ...themes.flatMap(scheme =>
      pairs
        .filter(name => name !== 'surface')
        .map(name =>
          finding(`${words[name]} on the ${scheme} surface`, contrast(colours[name][scheme], colours.surface[scheme])),
        ),
    ),
  ];
}
