import type { AgentId } from '@eyeline/protocol';
import type { AccountProfile } from '../store/store.ts';
import { mayWork } from './account-standing.ts';
import type { Callers } from './callers.ts';
import { participantIdOf } from './identity.ts';
import { KnownAccounts } from './known-accounts.ts';
import type { SessionChange } from './session-change.ts';
import { Sessions } from './sessions.ts';
import type { SignIns } from './sign-ins.ts';
import type { Tokens } from './tokens.ts';
import type { Visitors } from './visitors/visitors.ts';

/** What others may know of people, and do for them. */
export interface PeoplePort {
  readonly accounts: Pick<KnownAccounts, 'get' | 'has' | 'keys' | 'agentIdOf' | typeof Symbol.iterator>;
  readonly sessions: Pick<Sessions, 'get' | 'begin'>;
  readonly callers: Pick<Callers, 'add' | 'remove' | 'identify' | 'all' | 'of' | 'count' | 'isPresent'>;
  readonly tokens: Tokens;
  readonly signIns: Pick<SignIns, 'find'>;
  readonly visitors: Visitors;
  /** Empty for who has no account. */
  nameOf(agentId: AgentId): string;
  /** An account that was not known, or has changed. Its user name may stand in the configuration. */
  know(change: SessionChange, agentId: AgentId, profile: AccountProfile): void;
  /** Is this somebody who is disabled and has ended the last conversation? */
  isIdleAndDisabled(agentId: AgentId): boolean;
  /** Signs somebody out who may not work here any more. Who has a customer finishes first, and gets no other. */
  retire(change: SessionChange, agentId: AgentId): void;
}

interface PeopleOptions {
  readonly callers: Callers;
  readonly tokens: Tokens;
  readonly signIns: SignIns;
  readonly visitors: Visitors;
  /** Whether the demo's accounts may sign in, whose password everybody knows. */
  readonly isDemo: boolean;
  /** How many tasks an agent has in hand; undefined for who is signed out. */
  readonly inHand: (agentId: AgentId) => number | undefined;
  /** Somebody is known by another user name. */
  readonly onRenamed: (change: SessionChange) => void;
}

/** What others see of somebody who ends the last conversation. */
const disabledReason = 'Account disabled';

/** Who has an account, who is signed in, and whose the connected pages are. */
export class People implements PeoplePort {
  readonly accounts = new KnownAccounts();
  readonly sessions = new Sessions();
  readonly callers: Callers;
  readonly tokens: Tokens;
  readonly signIns: SignIns;
  #visitors: Visitors;
  readonly #options: PeopleOptions;

  constructor(options: PeopleOptions) {
    this.#options = options;
    this.callers = options.callers;
    this.tokens = options.tokens;
    this.signIns = options.signIns;
    this.#visitors = options.visitors;
  }

  get visitors(): Visitors {
    return this.#visitors;
  }

  /** Those of another configuration count from now on. Answers with what undoes it. */
  replaceVisitors(visitors: Visitors): () => void {
    const before = this.#visitors;
    this.#visitors = visitors;
    return () => {
      this.#visitors = before;
    };
  }

  nameOf(agentId: AgentId): string {
    return this.accounts.get(agentId)?.name ?? '';
  }

  know(change: SessionChange, agentId: AgentId, profile: AccountProfile): void {
    const known = this.accounts.get(agentId);
    change.onUndo(this.keep(agentId, profile));
    if (known?.username !== profile.username) this.#options.onRenamed(change);
  }

  /** In memory, an account that may not be used now is a disabled one. Answers with what undoes it. */
  keep(agentId: AgentId, profile: AccountProfile): () => void {
    const known = this.accounts.get(agentId);
    const { username, name, role, ciscoId, isDemo } = profile;
    const isDisabled = !mayWork(profile, this.#options.isDemo);
    this.accounts.set(agentId, { username, name, role, ciscoId, isDemo, isDisabled });
    return () => (known ? this.accounts.set(agentId, known) : this.accounts.delete(agentId));
  }

  /**
   * An agent has to sign in again. Who has a customer is away until then, as if the connection was lost; who has none is
   * signed out. `event` is what the pages are told.
   */
  endSession(change: SessionChange, agentId: AgentId, event: 'agent.disabled' | 'agent.session-ended'): void {
    change.setSession(agentId, null);
    if (this.#options.inHand(agentId) === 0) change.route({ type: 'agent.signed-out', agentId });
    change.afterCommit(() => {
      for (const caller of this.callers.of(participantIdOf(agentId))) {
        this.callers.identify(caller, null);
        caller.notify(event, {});
      }
    });
  }

  /** Signs out those who may not work here any more. */
  retireDisabled(change: SessionChange): void {
    for (const [agentId, { isDisabled }] of this.accounts) if (isDisabled) this.retire(change, agentId);
  }

  isIdleAndDisabled(agentId: AgentId): boolean {
    return this.#options.inHand(agentId) === 0 && this.accounts.get(agentId)?.isDisabled === true;
  }

  retire(change: SessionChange, agentId: AgentId): void {
    const inHand = this.#options.inHand(agentId);
    if (inHand) change.route({ type: 'agent.asked-not-ready', agentId, reason: disabledReason });
    else if (inHand === 0 || this.sessions.get(agentId) !== undefined)
      this.endSession(change, agentId, 'agent.disabled');
  }
}
