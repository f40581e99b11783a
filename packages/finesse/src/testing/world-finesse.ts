import type { AgentView } from '../blending/agent-view.ts';
import type { CommandRefusal } from '../blending/input.ts';
import type { VoiceState } from '../words/finesse-words.ts';
import { newTruth, type TrueReason, type Truth, viewOfTruth } from './truth.ts';
import type { WorldClock } from './world-clock.ts';
import type { WorldCount } from './world-count.ts';
import type { AgentMove } from './world-move.ts';

const onCall: readonly VoiceState[] = ['reserved', 'talking', 'held', 'wrapping-up', 'reserved-outbound'];

interface Parts {
  readonly clock: WorldClock;
  readonly count: WorldCount;
  readonly deployment: 'uccx' | 'ucce';
  /** The next fault of one of these kinds, which is used up by that. */
  readonly takeFault: (kinds: readonly string[]) => string | undefined;
  readonly onSeen: (id: string, view: AgentView) => void;
}

/** A Finesse with its people: it changes states by its rules, and loses, doubles and delays what it tells. */
export class WorldFinesse {
  readonly agents: ReadonlyMap<string, Truth>;
  isFollowed = true;
  readonly #parts: Parts;

  constructor(agents: readonly string[], parts: Parts) {
    this.#parts = parts;
    this.agents = new Map(agents.map(id => [id, newTruth(parts.clock.now)]));
  }

  /** Tells how everybody is, as an answer to somebody who asked. */
  notifyAll(): void {
    for (const [id, truth] of this.agents) this.#parts.onSeen(id, viewOfTruth(truth));
  }

  /** The node goes down, and what it knew of reasons; whoever follows comes back at the other one. */
  failOver(): void {
    this.#parts.count['node-failover']++;
    this.isFollowed = false;
    for (const truth of this.agents.values()) if (truth.state === 'not-ready') truth.reason = lostOf(truth.reason);
  }

  act(type: Exclude<AgentMove, 'voiceHold' | 'release' | 'gadget-reload'>, id: string): void {
    const truth = this.agents.get(id);
    if (!truth) return;
    const { clock, count, deployment } = this.#parts;
    const isByHand = truth.state === 'not-ready' && truth.reason !== 'manual-call';
    switch (type) {
      case 'call':
        if (truth.state === 'ready') this.#offerCall(id, truth);
        return;
      case 'outbound-call':
        if (truth.state === 'ready') this.#become(id, truth, 'reserved-outbound');
        return;
      case 'manual-call':
        if ((truth.state !== 'not-ready' && truth.state !== 'ready') || truth.reason === 'manual-call') return;
        truth.beforeManualCall = { state: truth.state, reason: truth.reason };
        truth.pendingUsed = false;
        if (deployment === 'uccx') count['32761']++;
        this.#become(id, truth, deployment === 'uccx' ? 'not-ready' : 'talking', 'manual-call');
        return;
      case 'hang-up':
        this.#hangUp(id, truth);
        return;
      case 'agent-ready':
        if (!isByHand) return;
        truth.wants = 'ready';
        count['hand-set']++;
        this.#become(id, truth, 'ready');
        return;
      case 'agent-not-ready':
        if (truth.state !== 'ready' && !isByHand) return;
        truth.wants = 'not-ready';
        count['hand-set']++;
        this.#become(id, truth, 'not-ready', 'own');
        return;
      case 'sign-out':
        if (!isByHand) return;
        truth.wants = 'not-ready';
        this.#become(id, truth, 'logged-out');
        return;
      case 'sign-in':
        if (truth.state === 'logged-out') this.#become(id, truth, 'not-ready', 'own');
        return;
      case 'gadget-hang':
        truth.gadgetHangs = true;
        clock.later(clock.random(20_000), () => {
          truth.gadgetHangs = false;
        });
    }
  }

  /** Somebody asks for a state; why it is refused, if it is. `isOwn` when it is asked in the agent's own name. */
  change(id: string, command: 'not-ready' | 'ready', isOwn: boolean): CommandRefusal | undefined {
    const truth = this.agents.get(id);
    if (!truth) return 'failed';
    const { count, deployment, takeFault } = this.#parts;
    if (takeFault(['refuse'])) {
      if (!isOwn) count['supervisor-refused']++;
      return 'failed';
    }
    if (truth.reason === 'manual-call' && truth.state === 'not-ready') {
      count['33']++;
      return 'on-manual-call';
    }
    if (truth.state === 'reserved-outbound') {
      count['reserved-outbound']++;
      return 'invalid-state';
    }
    const why = isOwn ? 'chosen' : 'supervisor';
    if (command === 'ready') {
      if (onCall.includes(truth.state) && deployment === 'uccx') {
        count['265']++;
        return 'pending-not-allowed';
      }
      if (truth.state !== 'not-ready') return 'invalid-state';
      this.#become(id, truth, 'ready');
      return undefined;
    }
    if (truth.state === 'ready' || (truth.state === 'not-ready' && isOwn)) {
      this.#become(id, truth, 'not-ready', why);
      return undefined;
    }
    // A supervisor may ask only of who is ready or wraps up.
    if (!isOwn || (truth.state !== 'talking' && truth.state !== 'held')) return 'invalid-state';
    if (deployment === 'uccx' && truth.pendingUsed) {
      count['265']++;
      return 'pending-not-allowed';
    }
    truth.pendingUsed = true;
    this.#become(id, truth, truth.state, why, 'not-ready');
    return undefined;
  }

  /** A call of some kind, just before a command is carried out; who is not ready comes back for it, or phones. */
  comeBetween(id: string): void {
    const { clock, count } = this.#parts;
    const truth = this.agents.get(id);
    if (!truth) return;
    count['call-between']++;
    const kind = (['call', 'busy-call', 'manual-call', 'outbound-call'] as const)[clock.random(4)] ?? 'call';
    if (kind !== 'manual-call') this.act('agent-ready', id);
    this.act(kind === 'busy-call' ? 'call' : kind, id);
    // Somebody asked already for what comes after this call.
    if (kind === 'busy-call' && onCall.includes(truth.state)) {
      if (truth.state === 'reserved') this.#become(id, truth, 'talking');
      truth.pendingUsed = true;
    }
  }

  #offerCall(id: string, truth: Truth): void {
    const { clock, count } = this.#parts;
    count.call++;
    truth.pendingUsed = false;
    if (clock.random(2) === 0) {
      this.#become(id, truth, 'talking');
      return;
    }
    this.#become(id, truth, 'reserved');
    const isAnswered = clock.random(3) > 0;
    clock.later(clock.random(2_000), () => {
      if (truth.state !== 'reserved') return;
      if (isAnswered) {
        this.#become(id, truth, 'talking');
        return;
      }
      // The system takes who does not answer off the calls; coming back is for the agent.
      count['no-answer']++;
      truth.wants = 'not-ready';
      this.#become(id, truth, 'not-ready', 'no-answer');
    });
  }

  #hangUp(id: string, truth: Truth): void {
    const { clock, deployment } = this.#parts;
    if (truth.reason === 'manual-call') {
      const { state, reason } = truth.beforeManualCall;
      const isNotified = deployment === 'uccx' && state === 'not-ready' && clock.random(2) === 0;
      this.#become(id, truth, state, isNotified ? 'call-ended' : reason);
      return;
    }
    if (!onCall.includes(truth.state)) return;
    if (truth.pending === 'not-ready') this.#become(id, truth, 'not-ready', truth.reason);
    else if (truth.wants === 'ready') this.#become(id, truth, 'ready');
    else this.#become(id, truth, 'not-ready', 'own');
  }

  /** Finesse changes a state and tells of it. */
  #become(
    id: string,
    truth: Truth,
    state: VoiceState,
    reason: TrueReason = 'none',
    pending: VoiceState | 'none' = 'none',
  ): void {
    const { clock, count, takeFault, onSeen } = this.#parts;
    clock.now++;
    const isNow = pending === 'none';
    Object.assign(truth, { state, reason, pending, changedAt: isNow ? clock.now : truth.changedAt });
    truth.history.push({ at: clock.now, state: isNow ? state : 'talking', reason });
    const view = viewOfTruth(truth);
    const fault = takeFault(['lose', 'double', 'late']);
    if (fault === 'lose') count['notification-lost']++;
    if (fault === 'lose' || !this.isFollowed) return;
    const notify = () => this.isFollowed && onSeen(id, view);
    clock.later(fault === 'late' ? clock.random(5_000) : 5 + clock.random(100), notify);
    if (fault === 'double') clock.later(clock.random(5_000), notify);
  }
}

/** A call that is still going on tells why anew. */
function lostOf(reason: TrueReason): TrueReason {
  return reason === 'manual-call' ? reason : 'lost';
}
