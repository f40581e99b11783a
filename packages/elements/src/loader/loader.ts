import * as sentences from '../sentences/loader.ts';
import { accentCss } from '../theme/accent-css.ts';
import { hostCss } from '../theme/host-css.ts';
import { launcherCss } from '../widget/launcher-css.ts';
import type { EmbedOptions } from './embed-options.ts';
import { loaderCss } from './loader-css.ts';

/** The path of the widget's code beside this script; the build puts it here. */
declare const EYELINE_EMBED: string;

const svgNames = 'http://www.w3.org/2000/svg';

/** Where a tag that has put a widget into this page is found by those that come after it. */
const owner: unique symbol = Symbol.for('eyeline');

/** Hears of another tag, or of the same one run again; says whether it has a widget for it. */
type Owner = () => boolean;

const page: Window & { [owner]?: Owner } = window;

/** The button of a page before the first click: all that a page pays for those who never chat. */
function start(script: HTMLScriptElement): void {
  if (page[owner]?.()) return;
  const tag = { ...script.dataset };
  const { entryPoint = '', accent = '', theme = '', label = sentences.label, position = '' } = tag;
  const button = Object.assign(document.createElement('button'), {
    className: 'launcher',
    title: label,
    onclick: () => load(true),
  });
  const svg = document.createElementNS(svgNames, 'svg');
  const path = document.createElementNS(svgNames, 'path');
  const problem = Object.assign(document.createElement('p'), { role: 'alert', lang: sentences.lang });
  // A tag of our own: pages have rules for `div`.
  let host: HTMLElement & { session?: unknown } = document.createElement('x-eyeline');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(accentCss + hostCss + launcherCss + loaderCss);
  root.adoptedStyleSheets = [sheet];
  host.setAttribute('theme', theme);
  host.setAttribute('position', position);
  host.popover = 'manual';
  if (accent) host.style.setProperty('--eyeline-color-accent', accent);

  svg.setAttribute('viewBox', '0 0 20 20');
  path.setAttribute(
    'd',
    'M3.5 9.2c0-3.2 2.9-5.7 6.5-5.7s6.5 2.5 6.5 5.7-2.9 5.7-6.5 5.7c-.8 0-1.6-.1-2.3-.4L4.2 16l.9-2.9c-1-1-1.6-2.4-1.6-3.9z',
  );
  svg.append(path);
  button.append(svg);
  root.append(button);

  let tries = 0;
  const load = async (focus: boolean): Promise<void> => {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    problem.remove();
    problem.textContent = sentences.notLoaded;
    try {
      // Some browsers remember that an address failed, so another try is another address.
      const url = new URL(EYELINE_EMBED + (tries++ ? `?${tries}` : ''), script.src).href;
      const { embed }: { embed(options: EmbedOptions): Promise<HTMLElement> } = await import(/* @vite-ignore */ url);
      problem.textContent = sentences.notWorking;
      const widget = await embed({ tag, entryPoint, focus });
      host.remove();
      host = widget;
    } catch (error) {
      console.error(error);
      button.ariaBusy = 'false';
      root.append(problem);
    }
  };

  let body: HTMLElement | undefined;
  const place = () => {
    ({ body } = document);
    if (!host.isConnected) body.append(host);
    host.togglePopover?.(true);
  };
  // Somebody called `destroy()` of the widget.
  const isOver = () => host.session === null;
  // A router has put another page in the place of this one: the conversation goes on there.
  const observer = new MutationObserver(() => {
    if (document.body && document.body !== body && !isOver()) place();
  });
  observer.observe(document.documentElement, { childList: true });
  page[owner] = () => {
    // The page of this tag was left before anything was opened, so the other may want something else.
    if (isOver() || (host.session === undefined && !script.isConnected)) {
      observer.disconnect();
      host.remove();
      return false;
    }
    place();
    return true;
  };
  place();
  try {
    // This tab was in a conversation before the page was loaded again: the sdk keeps it under this key.
    if (sessionStorage.getItem(`eyeline.customer.${entryPoint}`)) void load(false);
  } catch {
    // The page may not remember anything.
  }
}

// A module does not know its own tag.
const ours = 'script[data-entry-point]';
const { currentScript } = document;
const script = currentScript?.matches(ours) ? currentScript : document.querySelector(ours);
if (!(script instanceof HTMLScriptElement)) {
  console.error('eyeline.js: its script tag needs data-entry-point.');
  // An async script may be there before the body is.
} else if (document.body) start(script);
else addEventListener('DOMContentLoaded', () => start(script));
