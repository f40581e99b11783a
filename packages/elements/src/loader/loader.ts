import * as sentences from '../sentences/loader.ts';
import { accentCss } from '../theme/accent-css.ts';
import { hostCss } from '../theme/host-css.ts';
import { launcherCss } from '../widget/launcher-css.ts';
import type { Call, CommandsModule, EmbedModule, Frame, PageFunction } from './frame.ts';
import { loaderCss } from './loader-css.ts';

/** The paths of the widget's code and of the commands beside this script; the build puts them here. */
declare const EYELINE_EMBED: string;
declare const EYELINE_COMMANDS: string;

const svgNames = 'http://www.w3.org/2000/svg';

/** The page may have put something else there. */
const page = window as unknown as { eyeline?: PageFunction };

/** The button of a page before the first click: all that a page pays for those who never chat. */
function start(script: HTMLScriptElement): void {
  const { eyeline } = page;
  if (eyeline?.again?.()) return;
  const tag = { ...script.dataset };
  const { entryPoint = '', accent = '', theme = '', label = sentences.label, position = '' } = tag;
  const button = Object.assign(document.createElement('button'), {
    className: 'launcher',
    title: label,
    onclick: () => load(true),
  });
  const svg = document.createElementNS(svgNames, 'svg');
  const path = document.createElementNS(svgNames, 'path');
  const problem = Object.assign(document.createElement('p'), {
    role: 'alert',
    lang: sentences.lang,
    textContent: sentences.notLoaded,
  });
  // A tag of our own: pages have rules for `div`.
  const host = document.createElement('x-eyeline');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(accentCss + hostCss + launcherCss + loaderCss);
  root.adoptedStyleSheets = [sheet];
  host.setAttribute('theme', theme);
  host.setAttribute('position', position);
  host.popover = 'manual';
  host.style.setProperty('--eyeline-color-accent', accent);

  svg.setAttribute('viewBox', '0 0 20 20');
  path.setAttribute('d', 'M5.1 13.1a6.5 5.7 0 1 1 2.6 1.4L4.2 16z');
  svg.append(path);
  button.append(svg);
  root.append(button);

  // Some browsers remember that an address failed, so another try is another address.
  let query = '';
  const get = (path: string) =>
    import(/* @vite-ignore */ new URL(path + query, script.src).href).catch((error: unknown) => {
      query += '?';
      throw error;
    });
  let loading: Promise<void> | undefined;
  const load = (focus: boolean) =>
    (loading ??= (async () => {
      button.ariaBusy = 'true';
      problem.remove();
      try {
        const { embed }: EmbedModule = await get(EYELINE_EMBED);
        frame.host = await embed(frame, focus);
        host.remove();
      } catch (error) {
        console.error(error);
        button.ariaBusy = 'false';
        root.append(problem);
        loading = undefined;
      }
    })());
  const frame: Frame = { tag, problem, host, load };

  let body: HTMLElement | undefined;
  const place = () => {
    ({ body } = document);
    if (!frame.host.isConnected) body.append(frame.host);
    frame.host.togglePopover?.(true);
  };
  // Somebody called `destroy()` of the widget.
  const isOver = () => frame.host.session === null;
  // A router has put another page in the place of this one: the conversation goes on there.
  const observer = new MutationObserver(() => {
    if (document.body && document.body !== body && !isOver()) place();
  });
  observer.observe(document.documentElement, { childList: true });
  const run = ([call, settle]: Call): unknown =>
    get(EYELINE_COMMANDS)
      .then((commands: CommandsModule) => commands.run(frame, call))
      .then(...settle);
  const tell: PageFunction = (...call) => new Promise((...settle) => run([call, settle]));
  tell.again = () => {
    // The page of this tag was left before anything was opened, so the other may want something else.
    if (isOver() || (frame.host === host && !script.isConnected)) {
      observer.disconnect();
      frame.host.remove();
      return false;
    }
    place();
    return true;
  };
  page.eyeline = tell;
  place();
  // What the page said before this script came.
  eyeline?.q?.forEach(run);
  try {
    // A conversation goes on, of this tab or of another one of the site: the sdk keeps it under this key.
    if (localStorage.getItem(`eyeline.customer.${entryPoint}`)) void load(false);
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
