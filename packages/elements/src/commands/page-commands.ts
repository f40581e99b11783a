import type { Frame, Host } from '../loader/frame.ts';
import { commands as sentences } from '../sentences/commands.ts';
import { CommandError } from './command-error.ts';
import { shown } from './plain-copy.ts';
import { requireForm } from './require-form.ts';
import { requireAttributes, requireWho } from './require-who.ts';
import { isWidgetEventName } from './widget-events.ts';

/** Loads what is built by itself, beside this file; the build puts it here. */
declare const EYELINE_EARLY: () => Promise<typeof import('../launcher/early.ts')>;

type Args = readonly unknown[];
/** The widget, once it has taken the place of the loader's button. */
type Widget = Host & { run(command: unknown, ...args: Args): Promise<unknown> };

const isWidget = (host: Host): host is Widget => 'run' in host;

/** The chat is being loaded: somebody pressed the button, or this tab was in a conversation before. */
const isLoading = ({ host }: Frame): boolean => host.shadowRoot?.querySelector('[aria-busy=true]') != null;

/** They want the customer to see the chat. */
const opening: readonly unknown[] = ['open', 'toggle', 'startChat', 'startVideo', 'requestCallback'];

/** What is done while there is only the button: nothing is loaded for it. */
const beforeLoading: Readonly<Record<string, (frame: Frame, ...args: Args) => unknown>> = {
  close: () => undefined,
  show: frame => hide(frame, false),
  hide: frame => hide(frame, true),
  setLocale: ({ tag }, wanted) => {
    if (typeof wanted !== 'string') throw new CommandError('invalid-arguments', sentences.noLocale);
    tag['language'] = wanted;
    return wanted;
  },
  prefill: (frame, values) => {
    frame.later = [...(frame.later ?? []), ['prefill', requireForm(values)]];
  },
  identify: (frame, who) => {
    frame.later = [...(frame.later ?? []), ['identify', requireWho(who)]];
  },
  setAttributes: (frame, attributes) => {
    frame.later = [...(frame.later ?? []), ['setAttributes', requireAttributes(attributes)]];
  },
  invite: async (frame, what) => {
    const early = await EYELINE_EARLY();
    const given = await early.invite(frame, what);
    if (given === null) throw new CommandError('invalid-arguments', sentences.noInvite);
    // The widget goes on with it.
    frame.later = [...(frame.later ?? []), ['invite', given]];
  },
  send: noConversation,
  end: noConversation,
  reset: frame => {
    frame.later = [];
  },
  destroy: ({ host }) => {
    host.session = null;
    host.remove();
  },
};

/** What the loader says of a tag that wants to know how the entry point stands. The widget looks at its own attributes. */
async function watch(frame: Frame): Promise<void> {
  if (isWidget(frame.host)) return;
  const early = await EYELINE_EARLY();
  await early.watch(frame);
}

function hide(frame: Frame, isHidden: boolean): void {
  frame.isHidden = isHidden;
  frame.host.toggleAttribute('hidden', isHidden);
}

function noConversation(): never {
  throw new CommandError('no-conversation', sentences.noConversation);
}

/** What `window.eyeline` does, before the chat is loaded and after. Called by the loader. */
export async function run(frame: Frame, [command, ...args]: Args): Promise<unknown> {
  if (command === 'on' || command === 'off') return listen(frame, command, args);
  if (command === 'watch') return watch(frame);
  if (frame.host.session === null) {
    if (command === 'destroy') return;
    throw new CommandError('destroyed', sentences.destroyed);
  }
  const isOpening = opening.includes(command);
  let told = command;
  if (!isWidget(frame.host)) {
    const early =
      typeof command === 'string' && Object.hasOwn(beforeLoading, command) ? beforeLoading[command] : undefined;
    if (!isOpening && !early) throw new CommandError('unknown-command', sentences.unknown(shown(command)));
    if (!isOpening && early && !isLoading(frame)) return early(frame, ...args);
    if (isOpening) frame.host.hidden = false;
    await frame.load(isOpening);
    // It comes opened.
    if (command === 'toggle') told = 'open';
  }
  const { host } = frame;
  if (!isWidget(host)) throw new CommandError('not-loaded', sentences.notLoaded);
  return host.run(told, ...args);
}

/** The widget's events bubble, so the listeners outlive it, and may come before it. */
function listen(frame: Frame, command: 'on' | 'off', [name, listener]: Args): void {
  if (!isWidgetEventName(name)) throw new CommandError('unknown-event', sentences.unknownEvent(shown(name)));
  if (typeof listener !== 'function') throw new CommandError('invalid-arguments', sentences.noListener);
  frame.listeners ??= new Map();
  const { listeners } = frame;
  const key = `eyeline-${name}`;
  const known = listeners.get(listener) ?? new Map<string, EventListener>();
  listeners.set(listener, known);
  const before = known.get(key);
  if (before) document.removeEventListener(key, before);
  known.delete(key);
  if (command === 'off') return;
  const after = (event: Event) => void Reflect.apply(listener, undefined, ['detail' in event ? event.detail : null]);
  known.set(key, after);
  document.addEventListener(key, after);
}
