import { randomUUID } from 'node:crypto';
import { type FaultCode, FinesseError } from '@eyeline/finesse';
import {
  type AgentId,
  type CommandInput,
  type DesktopCommand,
  DesktopCommandId,
  type DesktopRefusal,
  type EventPayload,
  type VoiceChannelReason,
} from '@eyeline/protocol';
import * as v from 'valibot';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import { steadyNow } from '../steady-now.ts';
import type { CommandSender } from './command-sender.ts';
import { GadgetDesk } from './gadget-desk.ts';

/** Where a desk hears what is wanted of the desktop that it is in. */
export interface AttachedDesk {
  notify(name: 'desktop.commanded', payload: EventPayload<'desktop.commanded'>): void;
}

export interface AttachedDesksOptions {
  /** What agents are shown not ready with; without it no desk is asked. */
  readonly reason: VoiceChannelReason | undefined;
  /** Whose phone is followed for an agent; undefined for one without. */
  readonly voiceChannelOf: (agentId: AgentId) => string | undefined;
  /** How long a desk has for what CCE shows to its agent alone, ms. */
  readonly timeoutMs: number;
  readonly onCame: (userId: string) => void;
  readonly onWent: (userId: string) => void;
}

type Unnamed<W> = W extends DesktopCommand ? Omit<W, 'desktopCommandId'> : never;

interface Asked {
  readonly desk: AttachedDesk;
  settle(fault: FinesseError | null, shown?: string): void;
}

/** Desks that speak for their agents at Cisco's desktop, and what they were asked. User ids are in lower case here. */
export class AttachedDesks {
  readonly #options: AttachedDesksOptions;
  /** All that said so, also for agents whose phone nobody follows. */
  readonly #desks = new Map<AttachedDesk, { readonly agentId: AgentId; readonly id: string }>();
  /** By user id; the desk that came last counts. */
  readonly #attached = new Map<string, AttachedDesk>();
  readonly #asked = new Map<string, Asked>();

  constructor(options: AttachedDesksOptions) {
    this.#options = options;
  }

  /** False where the agent's phone is followed and this is somebody else's: it is never asked then. */
  attach(desk: AttachedDesk, agentId: AgentId, userId: string): boolean {
    const id = userId.toLowerCase();
    const own = this.#options.voiceChannelOf(agentId)?.toLowerCase();
    if (own !== undefined && own !== id) return false;
    this.detach(desk);
    this.#desks.set(desk, { agentId, id });
    if (own !== undefined) this.#attach(id, desk);
    return true;
  }

  /** Other agents' phones are followed now. */
  review(): void {
    for (const [desk, { agentId, id }] of this.#desks)
      if (!this.#attached.has(id) && this.#options.voiceChannelOf(agentId)?.toLowerCase() === id)
        this.#attach(id, desk);
  }

  /** The desk cannot speak for its agent any more, or is gone. Whatever it was asked may have happened or not. */
  detach(desk: AttachedDesk): void {
    this.#desks.delete(desk);
    for (const [id, one] of this.#attached) {
      if (one !== desk) continue;
      this.#attached.delete(id);
      this.#options.onWent(id);
    }
    for (const one of [...this.#asked.values()]) if (one.desk === desk) one.settle(gone());
  }

  /** What came of a command. An answer that is late, or of a desk that was not asked, changes nothing. */
  answer(desk: AttachedDesk, { desktopCommandId, refusal, shown }: CommandInput<'desktop.answer'>): void {
    const asked = this.#asked.get(desktopCommandId);
    if (asked?.desk === desk) asked.settle(refusal === null ? null : faultOf(refusal), shown);
  }

  /** By the agent's own desk. Rejects when it refuses, is gone, or says nothing until the command expires. */
  readonly send: CommandSender = async (userId, { command, onlyIf, expiresAt }) => {
    const desk = this.#attached.get(userId.toLowerCase());
    const { reason } = this.#options;
    if (!desk || !reason) throw gone();
    const state = command === 'not-ready' ? 'not-ready' : 'ready';
    await this.#ask(desk, { of: 'voice', state, reason, onlyIf, expiresAt });
  };

  /** The own desk of an agent who is this user of Finesse, by the page that came last; undefined where there is none. */
  of(agentId: AgentId, userId: string): GadgetDesk | undefined {
    const id = userId.toLowerCase();
    const desk = [...this.#desks].findLast(([, one]) => one.agentId === agentId && one.id === id)?.[0];
    const { timeoutMs } = this.#options;
    return desk && new GadgetDesk(command => this.#ask(desk, { ...command, expiresAt: steadyNow() + timeoutMs }));
  }

  /** Attaches the same desks there, as far as their phones are still their agents'. */
  moveTo(others: AttachedDesks): void {
    for (const [desk, { agentId, id }] of this.#desks) others.attach(desk, agentId, id);
  }

  close(): void {
    for (const one of [...this.#asked.values()]) one.settle(gone());
  }

  #ask(desk: AttachedDesk, command: Unnamed<DesktopCommand>): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      const desktopCommandId = v.parse(DesktopCommandId, randomUUID());
      const settle: Asked['settle'] = (fault, shown) => {
        clearTimeout(timer);
        this.#asked.delete(desktopCommandId);
        if (fault) reject(fault);
        else resolve(shown);
      };
      const timer = setTimeout(() => settle(faultOf('not-confirmed')), Math.max(0, command.expiresAt - steadyNow()));
      this.#asked.set(desktopCommandId, { desk, settle });
      desk.notify('desktop.commanded', { ...command, desktopCommandId });
    });
  }

  #attach(id: string, desk: AttachedDesk): void {
    this.#attached.set(id, desk);
    this.#options.onCame(id);
  }
}

const { gadget } = ciscoSentences;

const gone = () => new FinesseError('connection-lost', gadget.gone);

/** Each refusal as Finesse would say it, so that what follows is decided in one place. */
const faults: Readonly<Record<DesktopRefusal, readonly [code: FaultCode, sentence: string, data?: string]>> = {
  'too-late': ['refused', gadget.tooLate],
  'not-as-expected': ['invalid-state', gadget.notAsExpected],
  'unknown-reason': ['unknown-reason', gadget.unknownReason],
  'pending-not-allowed': ['invalid-state', gadget.pendingNotAllowed, '265'],
  'on-manual-call': ['invalid-state', gadget.onManualCall, '33'],
  'invalid-state': ['invalid-state', gadget.invalidState, '22'],
  'not-confirmed': ['not-confirmed', gadget.notConfirmed],
  failed: ['refused', gadget.failed],
};

function faultOf(refusal: DesktopRefusal): FinesseError {
  const [code, sentence, data] = faults[refusal];
  const errors = data === undefined ? [] : [{ type: '', message: '', data }];
  return new FinesseError(code, sentence, { errors });
}
