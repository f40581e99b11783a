import { randomUUID } from 'node:crypto';
import { type FaultCode, FinesseError } from '@eyeline/finesse';
import {
  type AgentId,
  type EventPayload,
  type TelephoneReason,
  type TelephoneRefusal,
  TelephoneWishId,
} from '@eyeline/protocol';
import * as v from 'valibot';
import type { WishSender } from './wish-sender.ts';

/** Where a desk hears what is wanted of its telephone. */
export interface TelephoneDesk {
  tell(name: 'telephone.wished', payload: EventPayload<'telephone.wished'>): void;
}

export interface TelephoneDesksOptions {
  /** What agents are shown not ready with; without it no desk is asked. */
  readonly reason: TelephoneReason | undefined;
  /** Whose telephone is followed for an agent; undefined for one without. */
  readonly telephoneOf: (agentId: AgentId) => string | undefined;
  readonly onCame: (userId: string) => void;
  readonly onWent: (userId: string) => void;
}

interface Asked {
  readonly desk: TelephoneDesk;
  settle(fault?: FinesseError): void;
}

/** Desks that can change their own agent's telephone, and what they were asked. User ids are in lower case here. */
export class TelephoneDesks {
  readonly #options: TelephoneDesksOptions;
  /** All that said so, also for agents whose telephone nobody follows yet. */
  readonly #desks = new Map<TelephoneDesk, { readonly agentId: AgentId; readonly id: string }>();
  /** By user id; the desk that came last counts. */
  readonly #attached = new Map<string, TelephoneDesk>();
  readonly #asked = new Map<string, Asked>();

  constructor(options: TelephoneDesksOptions) {
    this.#options = options;
  }

  /** False where the agent's telephone is followed and this is somebody else's: it is never asked then. */
  attach(desk: TelephoneDesk, agentId: AgentId, userId: string): boolean {
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

  /** The desk cannot change its telephone any more, or is gone. Whatever it was asked may have happened or not. */
  detach(desk: TelephoneDesk): void {
    this.#desks.delete(desk);
    for (const [id, one] of this.#attached) {
      if (one !== desk) continue;
      this.#attached.delete(id);
      this.#options.onWent(id);
    }
    for (const one of [...this.#asked.values()]) if (one.desk === desk) one.settle(gone());
  }

  /** What came of a wish. An answer that is late, or of a desk that was not asked, changes nothing. */
  answer(desk: TelephoneDesk, wishId: TelephoneWishId, refusal: TelephoneRefusal | null): void {
    const asked = this.#asked.get(wishId);
    if (asked?.desk === desk) asked.settle(refusal === null ? undefined : faultOf(refusal));
  }

  /** By the agent's own desk. Rejects when it refuses, is gone, or says nothing until the wish expires. */
  readonly send: WishSender = (userId, { wish, onlyIf, expiresAt }) =>
    new Promise((resolve, reject) => {
      const desk = this.#attached.get(userId.toLowerCase());
      const { reason } = this.#options;
      if (!desk || !reason) {
        reject(gone());
        return;
      }
      const wishId = v.parse(TelephoneWishId, randomUUID());
      const settle = (fault?: FinesseError) => {
        clearTimeout(timer);
        this.#asked.delete(wishId);
        if (fault) reject(fault);
        else resolve();
      };
      const timer = setTimeout(() => settle(faultOf('not-confirmed')), Math.max(0, expiresAt - Date.now()));
      this.#asked.set(wishId, { desk, settle });
      desk.tell('telephone.wished', {
        ...{ wishId, reason, onlyIf, expiresAt },
        state: wish === 'away' ? 'not-ready' : 'ready',
      });
    });

  /** Attaches the same desks there, as far as their telephones are still their agents'. */
  moveTo(others: TelephoneDesks): void {
    for (const [desk, { agentId, id }] of this.#desks) others.attach(desk, agentId, id);
  }

  close(): void {
    for (const one of [...this.#asked.values()]) one.settle(gone());
  }

  #attach(id: string, desk: TelephoneDesk): void {
    this.#attached.set(id, desk);
    this.#options.onCame(id);
  }
}

const gone = () => new FinesseError('connection-lost', 'The desktop’s gadget is not connected any more.');

/** Each refusal as Finesse would say it, so that what follows is decided in one place. */
const faults: Readonly<Record<TelephoneRefusal, readonly [code: FaultCode, sentence: string, data?: string]>> = {
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

function faultOf(refusal: TelephoneRefusal): FinesseError {
  const [code, sentence, data] = faults[refusal];
  const errors = data === undefined ? [] : [{ type: '', message: '', data }];
  return new FinesseError(code, sentence, { errors });
}
