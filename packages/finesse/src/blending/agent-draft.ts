import type { AgentView, AwayMark } from './agent-view.ts';
import type { BlendingEffect, ClaimFailure } from './input.ts';
import { type BlendingPolicy, openWays, patienceOf, type Way } from './policy.ts';
import type { AgentBlending, BlendingState, Claim, OurAway } from './state.ts';

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
    const { view, owed, wantsAway } = this.agent;
    if (view.standing !== 'away' || view.mark === undefined || wantsAway) return false;
    return owed !== undefined && this.now <= owed.until && owed.marks.includes(view.mark);
  }

  /** Whether what was ours still is. A manual call in between changes the mark and not whose it is. */
  isStill(ours: OurAway): boolean {
    const { mark, changedAt } = this.view;
    if (mark === 'manual-call') return true;
    if (mark !== ours.mark) return false;
    // Without a reason only the time tells ours from another one.
    return mark === 'chosen' || changedAt === undefined || ours.changedAt === undefined || changedAt === ours.changedAt;
  }

  #owe(mark: AwayMark): void {
    const { owed } = this.agent;
    const before = owed && this.now <= owed.until ? owed.marks : [];
    this.set({ owed: { until: this.now + this.policy.owedMs, marks: [...new Set([...before, mark])] } });
  }
}
