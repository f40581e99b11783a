import { accentCss } from '../theme/accent-css.ts';
import { launcherCss } from '../widget/launcher-css.ts';
import type { EmbedOptions } from './embed-options.ts';
import { loaderCss } from './loader-css.ts';

/** The path of the widget's code beside this script; the build puts it here. */
declare const EYELINE_EMBED: string;

const svgNames = 'http://www.w3.org/2000/svg';

/** The button of a page before the first click: all that a page pays for those who never chat. */
function start(script: HTMLScriptElement): void {
  const {
    entryPoint,
    server,
    accent = '',
    theme = '',
    label = 'Chat with us',
    position = '',
    testPicture,
    picture = '',
    getProof = '',
  } = script.dataset;
  if (!entryPoint) {
    console.error('eyeline.js: the script tag needs data-entry-point, the name of an entry point of the server.');
    return;
  }
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(accentCss + launcherCss + loaderCss);
  root.adoptedStyleSheets = [sheet];
  host.setAttribute('theme', theme);
  host.setAttribute('position', position);
  if (accent) host.style.setProperty('--eyeline-color-accent', accent);

  const button = document.createElement('button');
  button.className = 'launcher';
  button.type = 'button';
  button.title = label;
  button.setAttribute('aria-label', label);
  const svg = document.createElementNS(svgNames, 'svg');
  const path = document.createElementNS(svgNames, 'path');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute(
    'd',
    'M3.5 9.2c0-3.2 2.9-5.7 6.5-5.7s6.5 2.5 6.5 5.7-2.9 5.7-6.5 5.7c-.8 0-1.6-.1-2.3-.4L4.2 16l.9-2.9c-1-1-1.6-2.4-1.6-3.9z',
  );
  svg.append(path);
  button.append(svg);
  const problem = document.createElement('p');
  problem.setAttribute('role', 'alert');
  root.append(problem, button);

  const base = new URL('.', script.src);
  let tries = 0;
  const load = async (focus: boolean): Promise<void> => {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    problem.textContent = '';
    try {
      // Some browsers remember that an address failed, so another try is another address.
      const url = new URL(EYELINE_EMBED + (tries++ ? `?${tries}` : ''), base).href;
      const { embed }: { embed(options: EmbedOptions): void } = await import(/* @vite-ignore */ url);
      host.remove();
      embed({
        entryPoint,
        server: server || base.origin,
        accent,
        theme,
        label,
        position,
        testPicture: testPicture !== undefined,
        picture,
        getProof,
        focus,
      });
    } catch {
      button.ariaBusy = 'false';
      problem.textContent = 'The chat could not be loaded. Check your connection and press the button again.';
    }
  };
  button.onclick = () => void load(true);
  document.body.append(host);
  if (hasVisit(entryPoint)) void load(false);
}

/** Whether this tab was in a conversation before the page was loaded again: the sdk keeps it under this key. */
function hasVisit(entryPoint: string): boolean {
  try {
    return sessionStorage.getItem(`eyeline.customer.${entryPoint}`) !== null;
  } catch {
    return false;
  }
}

const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement) {
  // An async script may be there before the body is.
  if (document.body) start(currentScript);
  else document.addEventListener('DOMContentLoaded', () => start(currentScript));
}
