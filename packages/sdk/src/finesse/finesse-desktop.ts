import { type Desktop, DesktopError } from '@eyeline/machines';
import type { VoiceChannelReason, VoiceCommand } from '@eyeline/protocol';
import * as v from 'valibot';
import { desktopSentences } from '../sentences/desktop.ts';
import { findReason } from './find-reason.ts';
import type { FinesseJs, FinesseJsUser } from './finesse-js.ts';
import { askFinesse } from './finesse-rest.ts';
import { createFinesseTasks } from './finesse-tasks.ts';
import { plainLabel } from './plain-label.ts';
import { refusalOf } from './refusal-of.ts';
import { shownTasks } from './shown-tasks.ts';

export interface FinesseDesktopOptions {
  /** The global `finesse` of Cisco's finesse.js, of this page. */
  readonly finesse: FinesseJs;
  /** How long a change may stay without its notification, in ms. */
  readonly timeoutMs?: number;
}

const text = v.fallback(v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))), undefined);
const ReasonCode = v.fallback(v.object({ code: text, label: text }), { code: undefined, label: undefined });

// A supervisor's change (UCCX 33, UCCE 999), and back from a call that routing did not give (UCCX): ours too, perhaps.
const perhapsHeld = ['33', '999', '32755'];

/**
 * What the agent may do in Cisco's desktop. Call it when the desktop's hub is connected: it starts Cisco's client services.
 * A change has come true only when Finesse notifies it: Cisco's own `success` is no more than a promise.
 */
export function createFinesseDesktop({ finesse, timeoutMs = 5000 }: FinesseDesktopOptions): Desktop {
  const { Config: config } = finesse.gadget;
  const { ClientServices } = finesse.clientservices;
  ClientServices.init(config);
  const followers = new Set<() => void>();
  const changes = new Set<() => void>();
  const ids = new Map<string, string>();
  const known = { isLoaded: false, isConnected: false };
  const notify = (news: Partial<typeof known>) => {
    Object.assign(known, news);
    for (const listener of [...changes, ...followers]) listener();
  };
  const user: FinesseJsUser = new finesse.restservices.User({
    id: config.id ?? '',
    onLoad: () => notify({ isLoaded: true }),
    onChange: () => notify({ isLoaded: true }),
    // What is asked later tells why by itself.
    onError: () => {},
  });
  ClientServices.registerOnConnectHandler(() => notify({ isConnected: true }));
  ClientServices.registerOnDisconnectHandler(() => notify({ isConnected: false }));

  const isPending = () => Boolean(user.getPendingState());
  const isReached = () => known.isLoaded && known.isConnected;

  const hasReason = (reason: VoiceChannelReason): boolean => {
    const id = user.getNotReadyReasonCodeId?.();
    if (id === undefined || id === '' || id === '-1') return true;
    if (id === ids.get(JSON.stringify(reason))) return true;
    const shown = v.parse(ReasonCode, user.getReasonCode?.());
    if (shown.code !== undefined && perhapsHeld.includes(shown.code)) return true;
    if ('code' in reason) return shown.code === String(reason.code);
    const label = shown.label ?? user.getReasonCodeLabel?.() ?? '';
    return plainLabel(label) === plainLabel(reason.label);
  };

  /** Resolves when the notification shows it. */
  const ask = (state: VoiceCommand['state'], reasonId: string | null): Promise<void> =>
    new Promise((resolve, reject) => {
      const wanted = state === 'ready' ? 'READY' : 'NOT_READY';
      const settle = (error?: DesktopError) => {
        clearTimeout(timer);
        changes.delete(check);
        if (error) reject(error);
        else resolve();
      };
      const check = () => {
        const now = user.getState();
        if (now === wanted && !isPending()) settle();
        else if (!known.isConnected) settle(new DesktopError('not-confirmed', desktopSentences.brokeOff));
        else if (!['READY', 'NOT_READY'].includes(now))
          settle(new DesktopError('not-as-expected', desktopSentences.otherState(now, wanted)));
      };
      const timer = setTimeout(
        () => settle(new DesktopError('not-confirmed', desktopSentences.notNotified(wanted))),
        timeoutMs,
      );
      changes.add(check);
      user.setState(wanted, reasonId === null ? null : { id: reasonId }, {
        success: () => {},
        error: answer => settle(new DesktopError(refusalOf(answer), desktopSentences.refused(wanted))),
      });
    });

  return {
    userId: config.id ?? '',
    get isReached() {
      return isReached();
    },
    standing(reason) {
      const state = user.getState();
      if (!isReached() || isPending()) return 'other';
      if (state === 'READY') return user.getMediaState?.() === 'BUSY' ? 'other' : 'free';
      return state === 'NOT_READY' && hasReason(reason) ? 'held' : 'other';
    },
    follow(onChange) {
      followers.add(onChange);
      return () => void followers.delete(onChange);
    },
    async findReason(reason) {
      const key = JSON.stringify(reason);
      // Not for ever: an administrator may give the label to another one.
      ids.set(key, await findReason(reason, user, config));
    },
    tasks: createFinesseTasks({ userId: config.id ?? '', ask: askFinesse(config), shown: shownTasks, timeoutMs }),
    change: ({ state, reason }) => ask(state, state === 'ready' ? null : (ids.get(JSON.stringify(reason)) ?? null)),
  };
}
