import { decideBlending, nextBlendingDeadline } from '../blending/decide-blending.ts';
import type { BlendingEffect, BlendingInput, WishRefusal } from '../blending/input.ts';
import { type BlendingPolicy, defaultBlendingPolicy } from '../blending/policy.ts';
import { type AgentBlending, type BlendingState, emptyBlending, unknownAgent } from '../blending/state.ts';
import type { VoiceState } from '../words/finesse-words.ts';
import { type Truth, viewOfTruth } from './truth.ts';
import type { WorldMove } from './world-move.ts';

type Wish = Extract<BlendingEffect, { type: 'wish.send' }>;

const onCall: readonly VoiceState[] = ['reserved', 'talking', 'held', 'wrapping-up', 'reserved-outbound'];

/** Some agents, a Finesse that loses, doubles and delays, gadgets that hang, and the blending between them. */
export class BlendingWorld {
  readonly violations: string[] = [];
  readonly counts = { taken: 0, failed: 0, interrupted: 0, polls: 0, commands: 0 };
  readonly #policy: BlendingPolicy;
  readonly #deployment: 'uccx' | 'ucce';
  readonly #agents = new Map<string, Truth>();
  #state: BlendingState = emptyBlending();
  #now = 1_000_000;
  #chance: number;
  #feed = true;
  #faults: string[] = [];
  #calm = false;
  #lastPollAt: number | undefined;
  #claims = 0;
  #agenda: { at: number; order: number; work: () => void }[] = [];
  #order = 0;

  constructor(agents: readonly string[], given: { seed: number; deployment: 'uccx' | 'ucce'; ways: string }) {
    this.#chance = given.seed >>> 0;
    this.#deployment = given.deployment;
    const ways = {
      gadget: ['gadget'],
      both: ['gadget', 'supervisor'],
      all: ['gadget', 'supervisor', 'own-credential'],
    } as const;
    this.#policy = { ...defaultBlendingPolicy, ways: ways[given.ways as keyof typeof ways] };
    for (const id of agents) {
      this.#agents.set(id, {
        state: 'ready',
        pending: 'none',
        reason: 'none',
        changedAt: this.#now,
        wants: 'ready',
        pendingUsed: false,
        beforeManualCall: { state: 'ready', reason: 'none' },
        hasGadget: true,
        gadgetHangs: false,
        claimId: undefined,
        isTaken: false,
        history: [],
      });
      this.#input({ type: 'gadget.came', agentId: id });
      this.#seeNow(id);
    }
  }

  make(move: WorldMove): void {
    this.#now++;
    switch (move.type) {
      case 'wait':
        this.#runUntil(this.#now + move.ms);
        return;
      case 'fault':
        this.#faults.push(move.kind);
        return;
      case 'feed-break':
        if (this.#feed) this.#input({ type: 'feed.lost' });
        this.#feed = false;
        return;
      case 'feed-mend':
        this.#mend();
        return;
      case 'restart':
        // Everything in memory goes but what is stored. Gadgets come back one after the other.
        this.#state = restarted(this.#state, this.#now);
        for (const [id, truth] of this.#agents) {
          if (truth.hasGadget)
            this.#later(this.#random(3_000), () => this.#input({ type: 'gadget.came', agentId: id }));
        }
        this.#feed = false;
        this.#later(500, () => this.#mend());
        return;
      default:
        this.#act(move.type, move.agent);
    }
  }

  /** Everybody finishes, nothing breaks any more, and time goes on: what is left then stays. */
  settle(): void {
    this.#calm = true;
    this.#faults = [];
    this.#mend();
    for (const [id, truth] of this.#agents) {
      if (!truth.hasGadget) this.#act('gadget-reload', id);
      truth.gadgetHangs = false;
      this.#act('hang-up', id);
      this.#act('release', id);
    }
    this.#runUntil(this.#now + 400_000);
    for (const [id, truth] of this.#agents) {
      const isLeft = truth.state === 'not-ready' && truth.wants === 'ready';
      if (isLeft)
        this.violations.push(
          `${id} is left away by us (${truth.reason}): ${JSON.stringify(this.#state.agents.get(id))}`,
        );
      if (this.#state.agents.get(id)?.claim.phase !== 'idle') this.violations.push(`${id} is never let go`);
    }
  }

  #act(type: Exclude<WorldMove, { ms: number } | { kind: string }>['type'], id: string): void {
    const truth = this.#agents.get(id);
    if (!truth) return;
    switch (type) {
      case 'claim':
        if (truth.claimId !== undefined) return;
        truth.claimId = `claim-${++this.#claims}`;
        this.#input({ type: 'claim.take', agentId: id, claimId: truth.claimId });
        return;
      case 'release':
        if (truth.claimId === undefined) return;
        this.#input({ type: 'claim.release', agentId: id, claimId: truth.claimId });
        return;
      case 'call':
        if (truth.state !== 'ready') return;
        truth.pendingUsed = false;
        if (this.#random(2) === 0) {
          this.#become(id, 'talking', 'none');
          return;
        }
        this.#become(id, 'reserved', 'none');
        this.#later(this.#random(2_000), () => truth.state === 'reserved' && this.#become(id, 'talking', 'none'));
        return;
      case 'manual-call':
        if ((truth.state !== 'not-ready' && truth.state !== 'ready') || truth.reason === 'manual-call') return;
        truth.beforeManualCall = { state: truth.state, reason: truth.reason };
        truth.pendingUsed = false;
        this.#become(id, this.#deployment === 'uccx' ? 'not-ready' : 'talking', 'manual-call');
        return;
      case 'hang-up':
        if (truth.reason === 'manual-call') {
          const { state, reason } = truth.beforeManualCall;
          const isTold = this.#deployment === 'uccx' && state === 'not-ready' && this.#random(2) === 0;
          this.#become(id, state, isTold ? 'call-ended' : reason);
          return;
        }
        if (!onCall.includes(truth.state)) return;
        if (truth.pending === 'not-ready') {
          this.#become(id, 'not-ready', truth.reason);
          return;
        }
        if (truth.wants === 'ready') this.#become(id, 'ready', 'none');
        else this.#become(id, 'not-ready', 'own');
        return;
      case 'agent-ready':
        if (truth.state !== 'not-ready' || truth.reason === 'manual-call') return;
        truth.wants = 'ready';
        this.#become(id, 'ready', 'none');
        return;
      case 'agent-away':
        if (truth.state !== 'ready' && truth.state !== 'not-ready') return;
        if (truth.reason === 'manual-call') return;
        truth.wants = 'away';
        this.#become(id, 'not-ready', 'own');
        return;
      case 'sign-out':
        if (truth.state !== 'not-ready' || truth.reason === 'manual-call') return;
        truth.wants = 'away';
        this.#become(id, 'logged-out', 'none');
        return;
      case 'sign-in':
        if (truth.state !== 'logged-out') return;
        this.#become(id, 'not-ready', 'own');
        return;
      case 'gadget-reload':
        truth.hasGadget = false;
        truth.gadgetHangs = false;
        this.#input({ type: 'gadget.went', agentId: id });
        this.#later(this.#random(3_000), () => {
          truth.hasGadget = true;
          this.#input({ type: 'gadget.came', agentId: id });
        });
        return;
      case 'gadget-hang':
        truth.gadgetHangs = true;
        return;
      default:
    }
  }

  /** Finesse changes a state and tells of it. */
  #become(id: string, state: VoiceState, reason: Truth['reason'], pending: VoiceState | 'none' = 'none'): void {
    const truth = this.#agents.get(id);
    if (!truth) return;
    this.#now++;
    Object.assign(truth, { state, reason, pending, changedAt: pending === 'none' ? this.#now : truth.changedAt });
    truth.history.push({ at: this.#now, state: pending === 'none' ? state : 'talking', reason });
    if (truth.isTaken && state !== 'not-ready') truth.isTaken = false;
    const view = viewOfTruth(truth);
    const fault = this.#takeFault(['lose', 'double', 'late']);
    if (fault === 'lose' || !this.#feed) return;
    this.#later(5 + this.#random(100), () => this.#feed && this.#input({ type: 'agent.seen', agentId: id, view }));
    if (fault === undefined) return;
    this.#later(this.#random(5_000), () => this.#feed && this.#input({ type: 'agent.seen', agentId: id, view }));
  }

  /** Finesse gets a wish; `isOwn` when it comes in the agent's own name. */
  #change(id: string, wish: Wish, isOwn: boolean): void {
    const truth = this.#agents.get(id);
    if (!truth) return;
    const refuse = (why: WishRefusal) =>
      this.#later(20 + this.#random(100), () =>
        this.#input({ type: 'wish.refused', agentId: id, token: wish.token, why }),
      );
    if (this.#takeFault(['refuse'])) {
      refuse('failed');
      return;
    }
    if (truth.reason === 'manual-call' && truth.state === 'not-ready') {
      refuse('on-manual-call');
      return;
    }
    if (wish.wish === 'away') {
      if (truth.state === 'ready') {
        this.#become(id, 'not-ready', isOwn ? 'ours' : 'supervisor');
        return;
      }
      if (truth.state === 'not-ready' && isOwn) {
        this.#become(id, 'not-ready', 'ours');
        return;
      }
      if (truth.state !== 'talking' && truth.state !== 'held') {
        refuse('invalid-state');
        return;
      }
      if (this.#deployment === 'uccx' && truth.pendingUsed) {
        refuse('pending-not-allowed');
        return;
      }
      truth.pendingUsed = true;
      this.#become(id, truth.state, isOwn ? 'ours' : 'supervisor', 'not-ready');
      return;
    }
    if (onCall.includes(truth.state)) {
      refuse(this.#deployment === 'uccx' ? 'pending-not-allowed' : 'invalid-state');
      return;
    }
    if (truth.state !== 'not-ready') {
      refuse('invalid-state');
      return;
    }
    this.#become(id, 'ready', 'none');
    return;
  }

  #carryOut(effect: BlendingEffect): void {
    switch (effect.type) {
      case 'wish.send': {
        this.counts.commands++;
        this.#sendWish(effect);
        return;
      }
      case 'poll':
        this.counts.polls++;
        if (this.#lastPollAt !== undefined && this.#now - this.#lastPollAt < this.#policy.pollMs) {
          this.violations.push(`polled after ${this.#now - this.#lastPollAt} ms`);
        }
        this.#lastPollAt = this.#now;
        this.#later(50 + this.#random(300), () => {
          for (const id of this.#agents.keys()) this.#seeNow(id);
        });
        return;
      case 'claim.taken': {
        this.counts.taken++;
        const truth = this.#agents.get(effect.agentId);
        if (!truth) return;
        truth.isTaken = true;
        const { view, claim } = this.#state.agents.get(effect.agentId) ?? {};
        if (view?.standing !== 'away' || (view.mark !== 'chosen' && view.mark !== 'supervisor')) {
          this.violations.push(`${effect.agentId} is taken without confirmation: ${JSON.stringify(view)}`);
        }
        if (claim?.phase !== 'taken') this.violations.push(`${effect.agentId} is told as taken and is not`);
        // What confirmed it was so, at that instant.
        const then = truth.history.findLast(({ at }) => at <= (view?.changedAt ?? 0));
        if (
          then?.state !== 'not-ready' ||
          (then.reason !== 'ours' && then.reason !== 'supervisor' && then.reason !== 'call-ended')
        ) {
          this.violations.push(`${effect.agentId} is taken while ${then?.state} (${then?.reason})`);
        }
        return;
      }
      case 'claim.failed':
      case 'claim.released': {
        if (effect.type === 'claim.failed') this.counts.failed++;
        const truth = this.#agents.get(effect.agentId);
        if (truth?.claimId === effect.claimId) Object.assign(truth, { claimId: undefined, isTaken: false });
        return;
      }
      case 'claim.interrupted':
        this.counts.interrupted++;
    }
  }

  /** Nobody who is known to be on a call stays offered without a word. */
  #watch(): void {
    for (const [id, { claim, view }] of this.#state.agents) {
      const isBusy = view.standing === 'on-call' || view.standing === 'reserved' || view.standing === 'wrapping-up';
      if (claim.phase === 'taken' && isBusy && !claim.isInterrupted)
        this.violations.push(`${id} is offered while ${view.standing}`);
    }
  }

  #sendWish(wish: Wish): void {
    const { agentId: id, way } = wish;
    const truth = this.#agents.get(id);
    if (!truth) return;
    if (way !== 'gadget') {
      const slow = this.#takeFault(['slow']) ? this.#random(9_000) : this.#random(100);
      this.#later(slow, () => this.#change(id, wish, way === 'own-credential'));
      return;
    }
    if (!truth.hasGadget || truth.gadgetHangs) return;
    const slow = this.#takeFault(['slow']) ? this.#random(4_000) : this.#random(100);
    this.#later(slow, () => {
      const isThere = truth.hasGadget && !truth.gadgetHangs && this.#now <= wish.expiresAt;
      if (!isThere) return;
      const isAsThought =
        wish.onlyIf === 'free' ? truth.state === 'ready' : truth.state === 'not-ready' && truth.reason !== 'own';
      if (isAsThought) {
        this.#change(id, wish, true);
        return;
      }
      this.#later(10, () =>
        this.#input({ type: 'wish.refused', agentId: id, token: wish.token, why: 'invalid-state' }),
      );
    });
  }

  #seeNow(id: string): void {
    const truth = this.#agents.get(id);
    if (truth) this.#input({ type: 'agent.seen', agentId: id, view: viewOfTruth(truth) });
  }

  #mend(): void {
    if (this.#feed) return;
    this.#feed = true;
    for (const id of this.#agents.keys()) this.#seeNow(id);
  }

  #input(input: BlendingInput): void {
    const { effects } = decideBlending(this.#state, input, this.#now, this.#policy);
    this.#watch();
    for (const effect of effects) this.#carryOut(effect);
  }

  #later(ms: number, work: () => void): void {
    this.#agenda.push({ at: this.#now + ms, order: this.#order++, work });
  }

  #runUntil(end: number): void {
    for (let turn = 0; ; turn++) {
      if (turn > 20_000) {
        this.violations.push(`it spins: ${JSON.stringify([...this.#state.agents])}`);
        return;
      }
      const tick = nextBlendingDeadline(this.#state, this.#policy) ?? Number.POSITIVE_INFINITY;
      const [first] = this.#agenda.sort((one, other) => one.at - other.at || one.order - other.order);
      const at = Math.min(tick, first?.at ?? Number.POSITIVE_INFINITY);
      if (at > end) break;
      this.#now = Math.max(this.#now, at);
      if (first && first.at <= tick) {
        this.#agenda.shift();
        first.work();
      } else this.#input({ type: 'clock.ticked' });
    }
    this.#now = Math.max(this.#now, end);
  }

  #takeFault(kinds: readonly string[]): string | undefined {
    if (this.#calm) return undefined;
    const place = this.#faults.findIndex(kind => kinds.includes(kind));
    return place < 0 ? undefined : this.#faults.splice(place, 1)[0];
  }

  /** An integer from 0 to below `end`; the same for the same seed (mulberry32). */
  #random(end: number): number {
    this.#chance = (this.#chance + 0x6d_2b_79_f5) | 0;
    let bits = Math.imul(this.#chance ^ (this.#chance >>> 15), 1 | this.#chance);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296) * end);
  }
}

/** What a server knows after a restart: claims and what is owed. It reads all agents once at its start. */
function restarted({ nextToken, agents }: BlendingState, now: number): BlendingState {
  const kept = [...agents].map(([id, { claim, owed }]): [string, AgentBlending] => {
    const stored: Pick<AgentBlending, 'claim' | 'owed'> = JSON.parse(JSON.stringify({ claim, owed }));
    return [id, { ...unknownAgent, ...stored }];
  });
  return { agents: new Map(kept), nextToken, isPollWanted: false, lastPollAt: now };
}
