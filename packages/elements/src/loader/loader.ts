import * as sentences from '../sentences/loader.ts';
import type { Call, CommandsModule, EmbedModule, Frame, PageFunction } from './frame.ts';

/** The paths of the widget's code and of the commands beside this script; the build puts them here, and what is in `loader-css.ts`. */
declare const EYELINE_EMBED: string;
declare const EYELINE_COMMANDS: string;
declare const EYELINE_CSS: string;

/** The page may have put something else there. */
const page = window as unknown as { eyeline?: PageFunction };

/** The button of a page before the first click: all that a page pays for those who never chat. */
function start(): void {
  const { eyeline } = page;
  if (eyeline?.again?.()) return;
  const tag = { ...script.dataset };
  const { entryPoint, accent = '', theme, label = sentences.label, position } = tag;
  const button = Object.assign(document.createElement('button'), {
    title: label,
    onclick: () => load(true),
  });
  const problem = Object.assign(document.createElement('p'), {
    role: 'alert',
    lang: sentences.lang,

    textContent: sentences.notLoaded,
  });
  // A tag of our own: pages have rules for `div`.
  const host = document.createElement('x-eyeline');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    EYELINE_CSS.replace(/light dark/, theme?.match(/^(light|dark)$/) ? theme : '$&').replaceAll(
      'right',
      position === 'left' ? position : '$&',
    ),
  );
  root.adoptedStyleSheets = [sheet];
  host.popover = 'manual';
  // Until it is known whether it is open.
  host.hidden = tag['whenClosed'] as unknown as boolean;
  host.style.setProperty('--eyeline-color-accent', accent);

  root.append(button);

  // Some browsers remember that an address failed, so another try is another address.
  let query = '';
  const get = (path: string) =>
    // What is imported is made a text of by the browser.
    import(/* @vite-ignore */ new URL(path + query, script.src) as unknown as string).catch((error: unknown) => {
      query += '?';
      throw error;
    });
  let loading: Promise<void> | undefined;
  const load = (focus?: boolean) => {
    frame.focus ||= focus;
    if (!loading) {
      button.ariaBusy = 'true';
      problem.remove();
      loading = get(EYELINE_EMBED)
        .then((module: EmbedModule) => module.embed(frame))
        .catch((error: unknown) => {
          console.error(error);
          button.ariaBusy = null;
          root.append(problem);
          loading = undefined;
        });
    }
    return loading;
  };
  const frame: Frame = { tag, problem, host, load };

  let body: HTMLElement | undefined;
  const place = () => {
    ({ body } = document);
    if (!frame.host.isConnected) body.append(frame.host);
    frame.host.togglePopover(true);
  };
  // Somebody called `destroy()` of the widget.
  const isOver = () => frame.host.session === null;
  // A router has put another page in the place of this one: the conversation goes on there.
  const observer = new MutationObserver(() => {
    if (document.body && document.body !== body && !isOver()) place();
  });
  // Before a page that asks for consent has it, nothing is shown, read, stored or loaded; what it says meanwhile is kept.
  let held: Call[] | undefined = [];
  const begin = () => {
    const said = held;
    if (!said) return;
    held = undefined;
    place();
    observer.observe(document.documentElement, { childList: true });
    said.forEach(run);
    if (tag['proactive'] || tag['whenClosed']) void tell('watch');
    try {
      // What has a place of its own is there with the page. Or a page of the site is, or was, in a conversation: the sdk keeps it
      // under this key.
      if (tag['display'] || `eyeline.customer.${entryPoint}` in localStorage) void load();
    } catch {
      // The page may not remember anything.
    }
  };
  const run = (one: Call): unknown => {
    const [[command], settle] = one;
    if (command === 'consent') return settle[0](begin());
    if (held) return held.push(one);
    return get(EYELINE_COMMANDS)
      .then((commands: CommandsModule) => commands.run(frame, one[0]))
      .then(...settle);
  };
  const tell: PageFunction = (...call) => new Promise((...settle) => run([call, settle]));
  tell.again = () => {
    // The page of this tag was left before anything was opened, so the other may want something else.
    if (isOver() || (frame.host === host && !script.isConnected)) {
      observer.disconnect();
      frame.host.remove();
      return false;
    }
    if (!held) place();
    return true;
  };
  page.eyeline = tell;
  tag['consent'] ?? begin();
  // What the page said before this script came.
  eyeline?.q?.forEach(run);
}

// A module does not know its own tag.
const ours = 'script[data-entry-point]';
const { currentScript } = document;
const script = (currentScript?.matches(ours) ? currentScript : document.querySelector(ours)) as HTMLScriptElement;
if (!script) console.error('eyeline.js: add data-entry-point.');
// An async script may be there before the body is.
else if (document.body) start();
else addEventListener('DOMContentLoaded', start);
