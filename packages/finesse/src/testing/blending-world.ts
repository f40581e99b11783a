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

type Command = Extract<BlendingEffect, { type: 'command.send' }>;
type Outcome = Exclude<BlendingEffect, { type: 'command.send' | 'poll' }>;

/** How a voice hold may end up as taken: these marks are ours, or cannot be told from ours. */
const ourMarks = ['chosen', 'supervisor', 'unexplained'];
const ourReasons = ['chosen', 'supervisor'];
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
  readonly #voiceHolds = new Map<string, string>();
  #state: BlendingState = emptyBlending();
  #faults: string[] = [];
  #isCalm = false;
  #lastPollAt: number | undefined;
  #voiceHoldCount = 0;

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
    this.#finesse.notifyAll();
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
      case 'voiceHold':
        this.#voiceHold(move.agent);
        return;
      case 'release':
        this.#release(move.agent);
        return;
      case 'gadget-reload':
        this.#reloadGadget(move.agent);
        return;
      case 'agent-not-ready':
        if (this.#isVoiceHeld(move.agent)) this.count['hand-set-while-held']++;
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
      const known = JSON.stringify(this.#state.agents.get(id));
      if (truth.state === 'not-ready' && truth.wants === 'ready')
        this.violations.push(`${id} is left not ready by us (${truth.reason}): ${known}`);
      if (this.#voiceHolds.has(id)) this.violations.push(`${id} is never let go: ${known}`);
    }
  }

  #voiceHold(id: string): void {
    if (this.#voiceHolds.has(id)) return;
    const voiceHoldId = `voice-hold-${++this.#voiceHoldCount}`;
    this.#voiceHolds.set(id, voiceHoldId);
    this.count.asked++;
    this.#input({ type: 'voice-hold.ask', agentId: id, voiceHoldId });
  }

  #release(id: string): void {
    const voiceHoldId = this.#voiceHolds.get(id);
    if (voiceHoldId !== undefined) this.#input({ type: 'voice-hold.release', agentId: id, voiceHoldId });
  }

  #isVoiceHeld(id: string): boolean {
    const { phase } = this.#state.agents.get(id)?.voiceHold ?? {};
    return phase === 'asked' || phase === 'held' || phase === 'releasing';
  }

  #breakFeed(isFailover: boolean): void {
    const isOurs = [...this.#finesse.agents].some(([id, { state }]) => state === 'not-ready' && this.#isVoiceHeld(id));
    if (isFailover) {
      if (isOurs) this.count['reason-lost-while-held']++;
      this.#finesse.failOver();
      this.#clock.later(500 + this.#clock.random(3_000), () => this.#mend());
    } else this.count['feed-break']++;
    this.#finesse.isFollowed = false;
    this.#input({ type: 'feed.lost' });
  }

  #mend(): void {
    if (this.#finesse.isFollowed) return;
    this.#finesse.isFollowed = true;
    this.#finesse.notifyAll();
  }

  /** Everything in memory goes but what is stored. Gadgets come back one after the other. */
  #restart(): void {
    this.count['server-restart']++;
    if ([...this.#finesse.agents.keys()].some(id => this.#isVoiceHeld(id))) this.count['restart-while-held']++;
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
    if (this.#isVoiceHeld(id)) this.count['reload-while-held']++;
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
      if (effect.type === 'command.send') this.#send(effect);
      else if (effect.type === 'poll') this.#poll();
      else this.#follow(effect);
    }
  }

  /** Nobody who is known to be on a call, reserved for one or back at the calls stays offered without a word. */
  #watch(): void {
    for (const [id, { voiceHold, view }] of this.#state.agents) {
      const isElsewhere = busy.includes(view.standing) || view.standing === 'free' || view.standing === 'gone';
      if (voiceHold.phase === 'held' && isElsewhere && !voiceHold.isInterrupted)
        this.violations.push(`${id} is offered while ${view.standing}`);
    }
  }

  #follow(effect: Outcome): void {
    const { agentId, voiceHoldId } = effect;
    const [, kind] = effect.type.split('.');
    if (kind === 'held' || kind === 'failed' || kind === 'interrupted' || kind === 'released') this.count[kind]++;
    if (this.#voiceHolds.get(agentId) !== voiceHoldId)
      this.violations.push(`${agentId}: ${effect.type} of another voice hold`);
    if (effect.type === 'voice-hold.held') this.#checkTaken(agentId);
    if (effect.type === 'voice-hold.failed' || effect.type === 'voice-hold.released') this.#voiceHolds.delete(agentId);
  }

  /** Taken is who is seen as not ready, by us, with nothing pending; and was so when Finesse said it. */
  #checkTaken(id: string): void {
    const { view, voiceHold } = this.#state.agents.get(id) ?? {};
    if (view?.standing !== 'not-ready' || !ourMarks.includes(view.mark ?? ''))
      this.violations.push(`${id} is taken without confirmation: ${JSON.stringify(view)}`);
    if (voiceHold?.phase !== 'held') this.violations.push(`${id} is told as taken and is not`);
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
    this.#clock.later(50 + this.#clock.random(300), () => this.#finesse.notifyAll());
  }

  #send(command: Command): void {
    const { agentId: id, token, way } = command;
    const { view } = this.#state.agents.get(id) ?? unknownAgent;
    const truth = this.#finesse.agents.get(id);
    if (!truth) return;
    this.count.command++;
    if (command.command === 'ready' && view.standing === 'not-ready' && view.mark === 'other')
      this.violations.push(`${id} chose to be not ready and is made ready`);
    const carryOut = () => {
      if (this.#takeFault(['between'])) this.#finesse.comeBetween(id);
      const why = this.#finesse.change(id, command.command, way !== 'supervisor');
      if (why === undefined) return;
      const ms = 20 + this.#clock.random(100);
      this.#clock.later(ms, () => this.#input({ type: 'command.refused', agentId: id, token, why }));
    };
    const isSlow = this.#takeFault(['slow']) !== undefined;
    if (isSlow) this.count.slow++;
    const ms = this.#clock.random(isSlow ? (way === 'gadget' ? 4_000 : 9_000) : 100);
    if (way !== 'gadget') {
      this.#clock.later(ms, carryOut);
      return;
    }
    this.#clock.later(ms, () => {
      if (!truth.hasGadget || truth.gadgetHangs || this.#clock.now > command.expiresAt) {
        this.count['gadget-silent']++;
        return;
      }
      const isTheirs = truth.reason === 'own' || truth.reason === 'no-answer';
      const isAsThought =
        command.onlyIf === 'free' ? truth.state === 'ready' : truth.state === 'not-ready' && !isTheirs;
      if (isAsThought) carryOut();
      else this.#input({ type: 'command.refused', agentId: id, token, why: 'invalid-state' });
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

/** What a server knows after a restart: voice holds and what is outstanding. It reads all agents once at its start. */
function restarted({ nextToken, agents }: BlendingState, now: number): BlendingState {
  const kept = [...agents].map(([id, { voiceHold, outstanding }]): [string, AgentBlending] => {
    const stored: Pick<AgentBlending, 'voiceHold' | 'outstanding'> = JSON.parse(
      JSON.stringify({ voiceHold, outstanding }),
    );
    return [id, { ...unknownAgent, ...stored }];
  });
  return { agents: new BlendingAgents(kept), nextToken, isPollWanted: false, lastPollAt: now };
}
