import { type AgentBlending, unknownAgent } from '../blending/agent-blending.ts';
import { BlendingAgents } from '../blending/blending-agents.ts';
import { decideBlending, nextBlendingDeadline } from '../blending/decide-blending.ts';
import type { BlendingEffect, BlendingInput } from '../blending/input.ts';
import { type BlendingPolicy, defaultBlendingPolicy, type Way } from '../blending/policy.ts';
import { type BlendingState, emptyBlending } from '../blending/state.ts';
import { WorldClock } from './world-clock.ts';
import { emptyCount } from './world-count.ts';
import { WorldFinesse } from './world-finesse.ts';
import type { WorldMove } from './world-move.ts';

type Wish = Extract<BlendingEffect, { type: 'wish.send' }>;
type Told = Exclude<BlendingEffect, { type: 'wish.send' | 'poll' }>;

/** How a claim may end up as taken: these marks are ours, or cannot be told from ours. */
const ourMarks = ['chosen', 'supervisor', 'unexplained'];
const ourReasons = ['ours', 'supervisor'];
const busy = ['on-call', 'reserved', 'wrapping-up'];

/** Some agents at a Finesse that fails, gadgets that hang, a server that restarts, and the blending between them. */
export class BlendingWorld {
  /** What must not happen and did. */
  readonly violations: string[] = [];
  readonly count = emptyCount();
  readonly #policy: BlendingPolicy;
  readonly #clock: WorldClock;
  readonly #finesse: WorldFinesse;
  /** What routing has asked for. */
  readonly #claims = new Map<string, string>();
  #state: BlendingState = emptyBlending();
  #faults: string[] = [];
  #isCalm = false;
  #lastPollAt: number | undefined;
  #claimCount = 0;

  constructor(agents: readonly string[], given: { seed: number; deployment: 'uccx' | 'ucce'; ways: readonly Way[] }) {
    this.#clock = new WorldClock(given.seed);
    this.#policy = { ...defaultBlendingPolicy, ways: given.ways };
    this.#finesse = new WorldFinesse(agents, {
      clock: this.#clock,
      count: this.count,
      deployment: given.deployment,
      takeFault: kinds => this.#takeFault(kinds),
      onSeen: (agentId, view) => this.#input({ type: 'agent.seen', agentId, view }),
    });
    for (const agentId of agents) this.#input({ type: 'gadget.came', agentId });
    this.#finesse.tellAll();
  }

  make(move: WorldMove): void {
    this.#clock.now++;
    switch (move.type) {
      case 'wait':
        this.#runFor(move.ms);
        return;
      case 'fault':
        this.#faults.push(move.kind);
        return;
      case 'feed-break':
      case 'failover':
        this.#breakFeed(move.type === 'failover');
        return;
      case 'feed-mend':
        this.#mend();
        return;
      case 'restart':
        this.#restart();
        return;
      case 'claim':
        this.#claim(move.agent);
        return;
      case 'release':
        this.#release(move.agent);
        return;
      case 'gadget-reload':
        this.#reloadGadget(move.agent);
        return;
      case 'agent-away':
        if (this.#isClaimed(move.agent)) this.count['hand-set-while-claimed']++;
        this.#finesse.act(move.type, move.agent);
        return;
      default:
        this.#finesse.act(move.type, move.agent);
    }
  }

  /** Everybody finishes, nothing breaks any more, and time goes on: what is left then stays. */
  settle(): void {
    this.#isCalm = true;
    this.#faults = [];
    this.#mend();
    for (const [id, truth] of this.#finesse.agents) {
      if (!truth.hasGadget) this.#reloadGadget(id);
      truth.gadgetHangs = false;
      this.#finesse.act('hang-up', id);
      this.#release(id);
    }
    this.#runFor(400_000);
    for (const [id, truth] of this.#finesse.agents) {
      const told = JSON.stringify(this.#state.agents.get(id));
      if (truth.state === 'not-ready' && truth.wants === 'ready')
        this.violations.push(`${id} is left away by us (${truth.reason}): ${told}`);
      if (this.#claims.has(id)) this.violations.push(`${id} is never let go: ${told}`);
    }
  }

  #claim(id: string): void {
    if (this.#claims.has(id)) return;
    const claimId = `claim-${++this.#claimCount}`;
    this.#claims.set(id, claimId);
    this.count.claimed++;
    this.#input({ type: 'claim.take', agentId: id, claimId });
  }

  #release(id: string): void {
    const claimId = this.#claims.get(id);
    if (claimId !== undefined) this.#input({ type: 'claim.release', agentId: id, claimId });
  }

  #isClaimed(id: string): boolean {
    const { phase } = this.#state.agents.get(id)?.claim ?? {};
    return phase === 'taking' || phase === 'taken' || phase === 'returning';
  }

  #breakFeed(isFailover: boolean): void {
    const isOurs = [...this.#finesse.agents].some(([id, { state }]) => state === 'not-ready' && this.#isClaimed(id));
    if (isFailover) {
      if (isOurs) this.count['reason-lost-while-claimed']++;
      this.#finesse.failOver();
      this.#clock.later(500 + this.#clock.random(3_000), () => this.#mend());
    } else this.count['feed-break']++;
    this.#finesse.isFollowed = false;
    this.#input({ type: 'feed.lost' });
  }

  #mend(): void {
    if (this.#finesse.isFollowed) return;
    this.#finesse.isFollowed = true;
    this.#finesse.tellAll();
  }

  /** Everything in memory goes but what is stored. Gadgets come back one after the other. */
  #restart(): void {
    this.count['server-restart']++;
    if ([...this.#finesse.agents.keys()].some(id => this.#isClaimed(id))) this.count['restart-while-claimed']++;
    this.#state = restarted(this.#state, this.#clock.now);
    for (const [agentId, { hasGadget }] of this.#finesse.agents) {
      if (hasGadget) this.#clock.later(this.#clock.random(3_000), () => this.#input({ type: 'gadget.came', agentId }));
    }
    this.#finesse.isFollowed = false;
    this.#input({ type: 'feed.lost' });
    this.#clock.later(500, () => this.#mend());
  }

  #reloadGadget(id: string): void {
    const truth = this.#finesse.agents.get(id);
    if (!truth) return;
    this.count['gadget-reload']++;
    if (this.#isClaimed(id)) this.count['reload-while-claimed']++;
    Object.assign(truth, { hasGadget: false, gadgetHangs: false });
    this.#input({ type: 'gadget.went', agentId: id });
    this.#clock.later(this.#clock.random(3_000), () => {
      truth.hasGadget = true;
      this.#input({ type: 'gadget.came', agentId: id });
    });
  }

  #input(input: BlendingInput): void {
    const { effects } = decideBlending(this.#state, input, this.#clock.now, this.#policy);
    this.#watch();
    for (const effect of effects) {
      if (effect.type === 'wish.send') this.#send(effect);
      else if (effect.type === 'poll') this.#poll();
      else this.#told(effect);
    }
  }

  /** Nobody who is known to be on a call, reserved for one or back at the calls stays offered without a word. */
  #watch(): void {
    for (const [id, { claim, view }] of this.#state.agents) {
      const isElsewhere = busy.includes(view.standing) || view.standing === 'free' || view.standing === 'gone';
      if (claim.phase === 'taken' && isElsewhere && !claim.isInterrupted)
        this.violations.push(`${id} is offered while ${view.standing}`);
    }
  }

  #told(effect: Told): void {
    const { agentId, claimId } = effect;
    const [, kind] = effect.type.split('.');
    if (kind === 'taken' || kind === 'failed' || kind === 'interrupted' || kind === 'released') this.count[kind]++;
    if (this.#claims.get(agentId) !== claimId) this.violations.push(`${agentId}: ${effect.type} of another claim`);
    if (effect.type === 'claim.taken') this.#checkTaken(agentId);
    if (effect.type === 'claim.failed' || effect.type === 'claim.released') this.#claims.delete(agentId);
  }

  /** Taken is who is seen as not ready, by us, with nothing pending; and was so when Finesse said it. */
  #checkTaken(id: string): void {
    const { view, claim } = this.#state.agents.get(id) ?? {};
    if (view?.standing !== 'away' || !ourMarks.includes(view.mark ?? ''))
      this.violations.push(`${id} is taken without confirmation: ${JSON.stringify(view)}`);
    if (claim?.phase !== 'taken') this.violations.push(`${id} is told as taken and is not`);
    const then = this.#finesse.agents.get(id)?.history.findLast(({ at }) => at <= (view?.changedAt ?? 0));
    if (then?.state !== 'not-ready' || !ourReasons.includes(then.reason))
      this.violations.push(`${id} is taken while ${then?.state} (${then?.reason})`);
  }

  #poll(): void {
    const { now } = this.#clock;
    this.count.poll++;
    if (this.#lastPollAt !== undefined && now - this.#lastPollAt < this.#policy.pollMs)
      this.violations.push(`polled after ${now - this.#lastPollAt} ms`);
    this.#lastPollAt = now;
    this.#clock.later(50 + this.#clock.random(300), () => this.#finesse.tellAll());
  }

  #send(wish: Wish): void {
    const { agentId: id, token, way } = wish;
    const { view } = this.#state.agents.get(id) ?? unknownAgent;
    const truth = this.#finesse.agents.get(id);
    if (!truth) return;
    this.count.wish++;
    if (wish.wish === 'back' && view.standing === 'away' && view.mark === 'other')
      this.violations.push(`${id} chose to be away and is made ready`);
    const carryOut = () => {
      if (this.#takeFault(['between'])) this.#finesse.comeBetween(id);
      const why = this.#finesse.change(id, wish.wish, way !== 'supervisor');
      if (why === undefined) return;
      const ms = 20 + this.#clock.random(100);
      this.#clock.later(ms, () => this.#input({ type: 'wish.refused', agentId: id, token, why }));
    };
    const isSlow = this.#takeFault(['slow']) !== undefined;
    if (isSlow) this.count.slow++;
    const ms = this.#clock.random(isSlow ? (way === 'gadget' ? 4_000 : 9_000) : 100);
    if (way !== 'gadget') {
      this.#clock.later(ms, carryOut);
      return;
    }
    this.#clock.later(ms, () => {
      if (!truth.hasGadget || truth.gadgetHangs || this.#clock.now > wish.expiresAt) {
        this.count['gadget-silent']++;
        return;
      }
      const isTheirs = truth.reason === 'own' || truth.reason === 'no-answer';
      const isAsThought = wish.onlyIf === 'free' ? truth.state === 'ready' : truth.state === 'not-ready' && !isTheirs;
      if (isAsThought) carryOut();
      else this.#input({ type: 'wish.refused', agentId: id, token, why: 'invalid-state' });
    });
  }

  #runFor(ms: number): void {
    const isThere = this.#clock.runUntil(
      this.#clock.now + ms,
      () => nextBlendingDeadline(this.#state, this.#policy),
      () => this.#input({ type: 'clock.ticked' }),
    );
    if (!isThere) this.violations.push(`it spins: ${JSON.stringify([...this.#state.agents])}`);
  }

  #takeFault(kinds: readonly string[]): string | undefined {
    if (this.#isCalm) return undefined;
    const place = this.#faults.findIndex(kind => kinds.includes(kind));
    return place < 0 ? undefined : this.#faults.splice(place, 1)[0];
  }
}

/** What a server knows after a restart: claims and what is owed. It reads all agents once at its start. */
function restarted({ nextToken, agents }: BlendingState, now: number): BlendingState {
  const kept = [...agents].map(([id, { claim, owed }]): [string, AgentBlending] => {
    const stored: Pick<AgentBlending, 'claim' | 'owed'> = JSON.parse(JSON.stringify({ claim, owed }));
    return [id, { ...unknownAgent, ...stored }];
  });
  return { agents: new BlendingAgents(kept), nextToken, isPollWanted: false, lastPollAt: now };
}
