import type { AgentBlending, Claim } from './agent-blending.ts';
import type { AgentView, AwayMark } from './agent-view.ts';
import type { BlendingEffect, ClaimFailure } from './input.ts';
import { type BlendingPolicy, openWays, patienceOf, type Way } from './policy.ts';
import type { BlendingState } from './state.ts';

/** What one decision about one agent changes. */
export class AgentDraft {
  readonly agentId: string;
  readonly now: number;
  readonly policy: BlendingPolicy;
  readonly effects: BlendingEffect[] = [];
  agent: AgentBlending;
  nextToken: number;
  isPollWanted: boolean;

  constructor(agentId: string, agent: AgentBlending, state: BlendingState, now: number, policy: BlendingPolicy) {
    this.agentId = agentId;
    this.agent = agent;
    this.now = now;
    this.policy = policy;
    this.nextToken = state.nextToken;
    this.isPollWanted = state.isPollWanted;
  }

  get view(): AgentView {
    return this.agent.view;
  }

  set(changes: Partial<AgentBlending>): void {
    this.agent = { ...this.agent, ...changes };
  }

  become(claim: Claim): void {
    this.set({ claim });
  }

  tell(type: 'claim.taken' | 'claim.released', claimId: string | undefined): void {
    if (claimId !== undefined) this.effects.push({ type, agentId: this.agentId, claimId });
  }

  fail(claimId: string, why: ClaimFailure): void {
    this.become({ phase: 'idle' });
    this.refuse(claimId, why);
  }

  /** Like `fail`, for a claim that was never begun: whatever is going on goes on. */
  refuse(claimId: string, why: ClaimFailure): void {
    this.effects.push({ type: 'claim.failed', agentId: this.agentId, claimId, why });
  }

  openWays(): readonly Way[] {
    return openWays(this.policy, this.agent.hasGadget);
  }

  /** Sends a wish; answers its token and until when its effect is waited for. */
  send(way: Way, wish: 'away' | 'back'): { token: string; deadlineAt: number } {
    const token = String(this.nextToken++);
    const deadlineAt = this.now + patienceOf(way, this.policy);
    const onlyIf = wish === 'away' ? 'free' : 'ours';
    this.effects.push({ type: 'wish.send', agentId: this.agentId, token, way, wish, onlyIf, expiresAt: deadlineAt });
    if (wish === 'away') this.#owe(way === 'supervisor' ? 'supervisor' : 'chosen');
    return { token, deadlineAt };
  }

  /** Whether the agent is away, as one of our wishes would have it. */
  isAwayByUs(): boolean {
    const { view, owed } = this.agent;
    if (view.standing !== 'away' || view.mark === undefined) return false;
    // A call in between, or a node that went down, hides the mark: who was free when they were asked is away by us.
    return owed !== undefined && (owed.marks.includes(view.mark) || isHidden(view.mark));
  }

  /** Whether it is not to be seen who made the agent away. */
  get isHidden(): boolean {
    return isHidden(this.view.mark);
  }

  /** Whether what was ours still is. A call in between, or a node that went down, changes the mark and not whose it is. */
  isStill(ours: AwayMark): boolean {
    const { mark } = this.view;
    return mark === ours || isHidden(mark) || (isHidden(ours) && mark !== 'other');
  }

  /** One of the wishes has come true or was refused. */
  settleOne(): void {
    const { owed, ...agent } = this.agent;
    if (!owed) return;
    this.agent = owed.count > 1 ? { ...agent, owed: { ...owed, count: owed.count - 1 } } : agent;
  }

  /** Nothing that was asked for can happen any more. */
  forgetWishes(): void {
    const { owed: _, ...agent } = this.agent;
    this.agent = agent;
  }

  /** Looks by a poll for what no notification told. */
  checkOwed(): void {
    const { owed } = this.agent;
    if (!owed || this.now < owed.checkAt) return;
    this.isPollWanted = true;
    const checkAt = this.now < owed.until ? owed.until : this.now + this.policy.owedMs;
    this.set({ owed: { ...owed, checkAt } });
  }

  #owe(mark: AwayMark): void {
    const { count = 0, marks = [] } = this.agent.owed ?? {};
    const { owedMs, gadgetPatienceMs, requestPatienceMs, checkPatienceMs } = this.policy;
    const checkAt = this.now + gadgetPatienceMs + requestPatienceMs + checkPatienceMs;
    this.set({ owed: { count: count + 1, marks: [...new Set([...marks, mark])], until: this.now + owedMs, checkAt } });
  }
}

function isHidden(mark: AwayMark | undefined): boolean {
  return mark === 'call-ended' || mark === 'unexplained';
}
