/** A colour in the light theme and in the dark one, as #rrggbb. */
export interface Pair {
  readonly light: string;
  readonly dark: string;
}

export const pairs = ['surface', 'text', 'muted', 'danger', 'success'] as const;
export type PairName = (typeof pairs)[number];

/** What is built in, from which a page begins. */
export const builtIn: Readonly<Record<PairName, Pair>> = {
  surface: { light: '#ffffff', dark: '#17191d' },
  text: { light: '#15181e', dark: '#eceef2' },
  muted: { light: '#59616f', dark: '#a5adba' },
  danger: { light: '#b92315', dark: '#ff8f82' },
  success: { light: '#14733b', dark: '#63cf90' },
};

export const builtInAccent = '#3457d5';

export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  nl: 'Nederlands',
  pl: 'Polski',
  tr: 'Türkçe',
  ar: 'العربية',
  he: 'עברית',
  ja: '日本語',
} as const;

/** Everything that the page lets one turn. Empty, or as it is built in: it is not in the snippet. */
export interface Settings {
  readonly accent: string;
  /** Empty: black or white, whichever can be read. */
  readonly onAccent: string;
  readonly colours: Readonly<Record<PairName, Pair>>;
  readonly font: string;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly position: 'right' | 'left';
  readonly display: 'corner' | 'inline' | 'page';
  /** Empty: the page's own. */
  readonly language: string;
  readonly modes: readonly string[];
  readonly label: string;
}

/** The custom properties that make this look, those alone that are not built in. */
export function propertiesOf(settings: Settings): readonly (readonly [name: string, value: string])[] {
  const { onAccent, colours, font, radius, width, height, display } = settings;
  const own = pairs.filter(name => {
    const { light, dark } = builtIn[name];
    return colours[name].light !== light || colours[name].dark !== dark;
  });
  const found: [string, string][] = own.map(name => [
    `--eyeline-color-${name}`,
    `light-dark(${colours[name].light}, ${colours[name].dark})`,
  ]);
  if (settings.accent !== builtInAccent) found.unshift(['--eyeline-color-accent', settings.accent]);
  if (onAccent) found.push(['--eyeline-color-on-accent', onAccent]);
  if (font) found.push(['--eyeline-font', font]);
  if (radius !== 20) found.push(['--eyeline-radius', `${radius}px`]);
  if (width !== 400 && display === 'corner') found.push(['--eyeline-width', `${width}px`]);
  if (height !== 640 && display !== 'page') found.push(['--eyeline-height', `${height}px`]);
  return found;
}
