import { contrastFindings } from './looks-contrast.ts';
import type { Asked } from './looks-preview.ts';
import { builtIn, builtInAccent, languages, type Pair, type PairName, pairs, type Settings } from './looks-settings.ts';
import { type Pinned, packageSnippet, tagSnippet } from './looks-snippet.ts';

const find = <E extends Element>(selector: string, type: new () => E): E => {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`the page has no ${selector}`);
  return found;
};

const form = find('#settings', HTMLFormElement);
const frame = find('#frame', HTMLIFrameElement);
const findings = find('#findings', HTMLUListElement);
const pin = find('#pin', HTMLInputElement);
const pinProblem = find('#pin-problem', HTMLParagraphElement);
const copied = find('#copied', HTMLParagraphElement);
const schemes = ['light', 'dark'] as const;
const names: Readonly<Record<PairName, string>> = {
  surface: 'Surface',
  text: 'Text',
  muted: 'Muted text',
  danger: 'What has failed',
  success: 'What is well',
};

function colourField(name: PairName, scheme: keyof Pair): HTMLLabelElement {
  const input = document.createElement('input');
  input.type = 'color';
  input.name = `${name}-${scheme}`;
  input.defaultValue = builtIn[name][scheme];
  const label = document.createElement('label');
  label.className = 'row';
  label.append(`${names[name]}, ${scheme} `, input);
  return label;
}

find('#pairs', HTMLDivElement).append(...pairs.flatMap(name => schemes.map(scheme => colourField(name, scheme))));
find('[name=accent]', HTMLInputElement).defaultValue = builtInAccent;
find('[name=language]', HTMLSelectElement).append(
  ...Object.entries(languages).map(([tag, name]) => {
    const option = new Option(name, tag);
    option.lang = tag;
    return option;
  }),
);

function settings(): Settings {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  const one = <T extends string>(name: string, ...all: readonly [T, ...T[]]): T =>
    all.find(value => value === text(name)) ?? all[0];
  const size = (name: string, usual: number) =>
    form.querySelector(`[name=${name}]:invalid`) ? usual : Number(text(name));
  const pair = (name: PairName): Pair => ({ light: text(`${name}-light`), dark: text(`${name}-dark`) });
  return {
    accent: text('accent'),
    onAccent: text('onAccent'),
    colours: {
      surface: pair('surface'),
      text: pair('text'),
      muted: pair('muted'),
      danger: pair('danger'),
      success: pair('success'),
    },
    font: text('font'),
    radius: size('radius', 20),
    width: size('width', 400),
    height: size('height', 640),
    theme: one('theme', 'auto', 'light', 'dark'),
    position: one('position', 'right', 'left'),
    display: one('display', 'corner', 'inline', 'page'),
    language: text('language'),
    modes: data.getAll('modes').map(String),
    label: text('label').trim(),
  };
}

const ask = (asked: Asked): void => frame.contentWindow?.postMessage(asked, location.origin);

function draw(): void {
  const now = settings();
  const found = contrastFindings(now);
  const bad = found.filter(({ isEnough }) => !isEnough);
  const shown = bad.length > 0 ? bad : found.slice(0, 1);
  const lines = shown.map(({ isEnough, text }) => {
    const line = document.createElement('li');
    line.toggleAttribute('data-bad', !isEnough);
    line.textContent = text;
    return line;
  });
  // Only what is new is said.
  if (findings.textContent !== shown.map(({ text }) => text).join('')) findings.replaceChildren(...lines);
  find('#tag', HTMLElement).textContent = tagSnippet(now, location.origin, pin.checked ? pinned : null);
  find('#package', HTMLElement).textContent = packageSnippet(now, location.origin);
  copied.textContent = '';
  ask({ type: 'look', settings: now });
}

let pinned: Pinned | null = null;
pin.addEventListener('change', async () => {
  try {
    pinned ??= (await (await fetch('/eyeline/pinned.json')).json()) as Pinned;
    pinProblem.textContent = '';
  } catch {
    pin.checked = false;
    pinProblem.textContent = 'The server did not say what its build is checked by. Run "npm run build", and try again.';
  }
  draw();
});
form.addEventListener('input', draw);
form.addEventListener('submit', event => event.preventDefault());
// The fields have their first values again after this event.
form.addEventListener('reset', () => setTimeout(draw));
addEventListener('message', ({ origin, data }: MessageEvent<{ readonly type?: string }>) => {
  if (origin === location.origin && data.type === 'looks-ready') draw();
});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-state]'))
  button.addEventListener('click', () => {
    const { state } = button.dataset;
    if (state === 'button' || state === 'form' || state === 'conversation') ask({ type: 'state', state });
  });
find('#phone', HTMLInputElement).addEventListener('change', ({ target }) => {
  frame.toggleAttribute('data-phone', target instanceof HTMLInputElement && target.checked);
});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  button.addEventListener('click', () => {
    const code = find(`#${button.dataset['copy']}`, HTMLElement);
    navigator.clipboard.writeText(code.textContent ?? '').then(
      () => {
        copied.textContent = 'Copied.';
      },
      () => {
        getSelection()?.selectAllChildren(code);
        copied.textContent = 'The browser did not let this page copy. It is selected: copy it with the keyboard.';
      },
    );
  });
draw();
