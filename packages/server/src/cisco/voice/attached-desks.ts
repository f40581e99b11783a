import { randomUUID } from 'node:crypto';
import { type FaultCode, FinesseError } from '@eyeline/finesse';
import {
  type AgentId,
  type CommandInput,
  type DesktopRefusal,
  type DesktopWish,
  DesktopWishId,
  type EventPayload,
  type TelephoneReason,
} from '@eyeline/protocol';
import * as v from 'valibot';
import { steadyNow } from '../steady-now.ts';
import { GadgetDesk } from './gadget-desk.ts';
import type { WishSender } from './wish-sender.ts';

/** Where a desk hears what is wanted of the desktop that it is in. */
export interface AttachedDesk {
  tell(name: 'desktop.wished', payload: EventPayload<'desktop.wished'>): void;
}

export interface AttachedDesksOptions {
  /** What agents are shown not ready with; without it no desk is asked. */
  readonly reason: TelephoneReason | undefined;
  /** Whose telephone is followed for an agent; undefined for one without. */
  readonly telephoneOf: (agentId: AgentId) => string | undefined;
  /** How long a desk has for what CCE shows to its agent alone, ms. */
  readonly patienceMs: number;
  readonly onCame: (userId: string) => void;
  readonly onWent: (userId: string) => void;
}

type Unnamed<W> = W extends DesktopWish ? Omit<W, 'wishId'> : never;

interface Asked {
  readonly desk: AttachedDesk;
  settle(fault: FinesseError | null, shown?: string): void;
}

/** Desks that speak for their agents at Cisco's desktop, and what they were asked. User ids are in lower case here. */
export class AttachedDesks {
  readonly #options: AttachedDesksOptions;
  /** All that said so, also for agents whose telephone nobody follows. */
  readonly #desks = new Map<AttachedDesk, { readonly agentId: AgentId; readonly id: string }>();
  /** By user id; the desk that came last counts. */
  readonly #attached = new Map<string, AttachedDesk>();
  readonly #asked = new Map<string, Asked>();

  constructor(options: AttachedDesksOptions) {
    this.#options = options;
  }

  /** False where the agent's telephone is followed and this is somebody else's: it is never asked then. */
  attach(desk: AttachedDesk, agentId: AgentId, userId: string): boolean {
    const id = userId.toLowerCase();
    const own = this.#options.telephoneOf(agentId)?.toLowerCase();
    if (own !== undefined && own !== id) return false;
    this.detach(desk);
    this.#desks.set(desk, { agentId, id });
    if (own !== undefined) this.#attach(id, desk);
    return true;
  }

  /** Other agents' telephones are followed now. */
  review(): void {
    for (const [desk, { agentId, id }] of this.#desks)
      if (!this.#attached.has(id) && this.#options.telephoneOf(agentId)?.toLowerCase() === id) this.#attach(id, desk);
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

  /** What came of a wish. An answer that is late, or of a desk that was not asked, changes nothing. */
  answer(desk: AttachedDesk, { wishId, refusal, shown }: CommandInput<'desktop.answer'>): void {
    const asked = this.#asked.get(wishId);
    if (asked?.desk === desk) asked.settle(refusal === null ? null : faultOf(refusal), shown);
  }

  /** By the agent's own desk. Rejects when it refuses, is gone, or says nothing until the wish expires. */
  readonly send: WishSender = async (userId, { wish, onlyIf, expiresAt }) => {
    const desk = this.#attached.get(userId.toLowerCase());
    const { reason } = this.#options;
    if (!desk || !reason) throw gone();
    const state = wish === 'away' ? 'not-ready' : 'ready';
    await this.#ask(desk, { of: 'voice', state, reason, onlyIf, expiresAt });
  };

  /** The own desk of an agent who is this user of Finesse, by the page that came last; undefined where there is none. */
  of(agentId: AgentId, userId: string): GadgetDesk | undefined {
    const id = userId.toLowerCase();
    const desk = [...this.#desks].findLast(([, one]) => one.agentId === agentId && one.id === id)?.[0];
    const { patienceMs } = this.#options;
    return desk && new GadgetDesk(wish => this.#ask(desk, { ...wish, expiresAt: steadyNow() + patienceMs }));
  }

  /** Attaches the same desks there, as far as their telephones are still their agents'. */
  moveTo(others: AttachedDesks): void {
    for (const [desk, { agentId, id }] of this.#desks) others.attach(desk, agentId, id);
  }

  close(): void {
    for (const one of [...this.#asked.values()]) one.settle(gone());
  }

  #ask(desk: AttachedDesk, wish: Unnamed<DesktopWish>): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      const wishId = v.parse(DesktopWishId, randomUUID());
      const settle: Asked['settle'] = (fault, shown) => {
        clearTimeout(timer);
        this.#asked.delete(wishId);
        if (fault) reject(fault);
        else resolve(shown);
      };
      const timer = setTimeout(() => settle(faultOf('not-confirmed')), Math.max(0, wish.expiresAt - steadyNow()));
      this.#asked.set(wishId, { desk, settle });
      desk.tell('desktop.wished', { ...wish, wishId });
    });
  }

  #attach(id: string, desk: AttachedDesk): void {
    this.#attached.set(id, desk);
    this.#options.onCame(id);
  }
}

const gone = () => new FinesseError('connection-lost', 'The desktop’s gadget is not connected any more.');

/** Each refusal as Finesse would say it, so that what follows is decided in one place. */
const faults: Readonly<Record<DesktopRefusal, readonly [code: FaultCode, sentence: string, data?: string]>> = {
  'too-late': ['refused', 'The wish reached the gadget too late.'],
  'not-as-expected': ['invalid-state', 'The gadget sees another state than the server.'],
  'unknown-reason': [
    'unknown-reason',
    'The gadget does not find finesse.reason among the agent’s not-ready reasons: correct it, or give the reason to the agent’s team in Finesse’s administration.',
  ],
  'pending-not-allowed': ['invalid-state', 'Finesse takes no change during this call.', '265'],
  'on-manual-call': ['invalid-state', 'The agent is on a call that routing did not give.', '33'],
  'invalid-state': ['invalid-state', 'Finesse does not allow the change in this state.', '22'],
  'not-confirmed': ['not-confirmed', 'The gadget did not answer in time.'],
  failed: ['refused', 'Finesse refused the gadget’s change: the console of the agent’s browser says why.'],
};

function faultOf(refusal: DesktopRefusal): FinesseError {
  const [code, sentence, data] = faults[refusal];
  const errors = data === undefined ? [] : [{ type: '', message: '', data }];
  return new FinesseError(code, sentence, { errors });
}
