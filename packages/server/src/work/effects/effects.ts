import type { RoutingEffect } from '@eyeline/routing';
import type { Change } from '../../interaction/change.ts';
import type { EscalationNews } from '../escalation-news.ts';
import type { WorkRooms } from '../work-port.ts';
import type { Decisions } from './decisions.ts';
import { followFallback, followTask } from './follow.ts';
import type { Lists } from './lists.ts';
import {
  notifyAsker,
  notifyCapacity,
  notifyDomain,
  notifyFallbackGone,
  notifyFallbackOf,
  notifyOffer,
  notifyOfferClosed,
  notifyPlace,
  notifyStatus,
  notifyTask,
} from './notify.ts';
import type { OutsidePort } from './outside-port.ts';
import { retireIdle } from './retire-idle.ts';

type Notify<E> = (rooms: WorkRooms, effect: E) => void;

/** All that comes of one kind of effect. */
interface Consequences<E> {
  /** In the change in which it was decided. */
  readonly follow?: (rooms: WorkRooms, change: Change, effect: E) => void;
  /** It is stored: who hears of it. */
  readonly notify?: readonly Notify<E>[];
  /** What agents may pick from lists may be another. */
  readonly lists?: true;
  /** It is stored, and told: what the systems outside are to do. */
  readonly command?: (outside: OutsidePort, effect: E) => void;
  /** A change of its own that it brings about. */
  readonly next?: Notify<E>;
}

type Effects = { readonly [T in RoutingEffect['type']]: Consequences<Extract<RoutingEffect, { readonly type: T }>> };

/** Each effect of routing, and what comes of it: what follows, what is told, what is commanded. */
const effects: Effects = {
  'offer.made': { notify: [notifyOffer], command: (outside, { offer }) => outside.agentChanged(offer.agentId) },
  'offer.closed': { notify: [notifyOfferClosed], command: (outside, { offer }) => outside.agentChanged(offer.agentId) },
  'agent.changed': {
    notify: [notifyStatus],
    lists: true,
    command: (outside, { status }) => outside.agentChanged(status.agentId),
    next: retireIdle,
  },
  'task.changed': {
    follow: followTask,
    notify: [notifyTask, notifyAsker],
    lists: true,
    command: (outside, { taskId, agentId }) => {
      outside.taskChanged(taskId);
      if (agentId) outside.agentChanged(agentId);
    },
  },
  'task.domain-changed': { notify: [notifyDomain], lists: true },
  'task.moved': { lists: true },
  'queue.moved': { notify: [notifyPlace] },
  'fallback.offered': { follow: followFallback, notify: [notifyFallbackOf] },
  'fallback.taken-back': { notify: [notifyFallbackGone] },
  'voice.hold': { command: (outside, effect) => outside.holdVoice(effect) },
  'voice.release': { command: (outside, effect) => outside.releaseVoice(effect) },
  'external-task.request': { command: (outside, { number }) => outside.runExternalTask(number) },
  'external-task.release': { command: (outside, { number }) => outside.runExternalTask(number) },
  // Who asked is answered by the command; what the log says, the log tells.
  'task.domain-refused': {},
  'pick.refused': {},
  'callback.scheduled': {},
  'callback.recorded': {},
};

/** TypeScript does not see that an effect belongs to the entry of its type. */
const consequencesOf = ({ type }: RoutingEffect): Consequences<RoutingEffect> =>
  effects[type] as Consequences<RoutingEffect>;

interface RunnerOptions {
  readonly rooms: WorkRooms;
  readonly decisions: Pick<Decisions, 'follow' | 'notify'>;
  readonly lists: Pick<Lists, 'due'>;
  readonly escalations: Pick<EscalationNews, 'decided'>;
  readonly outside: OutsidePort;
}

/** Goes through the table for what was decided. */
export class EffectsRunner {
  readonly #options: RunnerOptions;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Just decided: what has to happen in the same change. */
  follow(change: Change, effect: RoutingEffect): void {
    const { rooms, decisions } = this.#options;
    consequencesOf(effect).follow?.(rooms, change, effect);
    decisions.follow(change, effect);
  }

  /** Decided and stored: first all are told, then those who wait for a decision, then the systems outside. */
  decided(decided: readonly RoutingEffect[]): void {
    const { rooms, decisions, lists, escalations, outside } = this.#options;
    for (const effect of decided) for (const notify of consequencesOf(effect).notify ?? []) notify(rooms, effect);
    notifyCapacity(rooms, decided);
    escalations.decided(decided);
    if (decided.some(({ type }) => effects[type].lists)) lists.due();
    decisions.notify(decided);
    for (const effect of decided) consequencesOf(effect).next?.(rooms, effect);
    for (const effect of decided) consequencesOf(effect).command?.(outside, effect);
  }
}
