import type { AgentBlending, VoiceHold } from './agent-blending.ts';
import type { AgentView, NotReadyMark } from './agent-view.ts';
import type { BlendingEffect, VoiceHoldFailure } from './input.ts';
import { type BlendingPolicy, openWays, timeoutOf, type Way } from './policy.ts';
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

  become(voiceHold: VoiceHold): void {
    this.set({ voiceHold });
  }

  notify(type: 'voice-hold.held' | 'voice-hold.released', voiceHoldId: string | undefined): void {
    if (voiceHoldId !== undefined) this.effects.push({ type, agentId: this.agentId, voiceHoldId });
  }

  fail(voiceHoldId: string, why: VoiceHoldFailure): void {
    this.become({ phase: 'idle' });
    this.refuse(voiceHoldId, why);
  }

  /** Like `fail`, for a voice hold that was never begun: whatever is going on goes on. */
  refuse(voiceHoldId: string, why: VoiceHoldFailure): void {
    this.effects.push({ type: 'voice-hold.failed', agentId: this.agentId, voiceHoldId, why });
  }

  openWays(): readonly Way[] {
    return openWays(this.policy, this.agent.hasGadget);
  }

  /** Sends a command; answers its token and until when its effect is waited for. */
  send(way: Way, command: 'not-ready' | 'ready'): { token: string; deadlineAt: number } {
    const token = String(this.nextToken++);
    const deadlineAt = this.now + timeoutOf(way, this.policy);
    const onlyIf = command === 'not-ready' ? 'free' : 'held';
    this.effects.push({
      type: 'command.send',
      agentId: this.agentId,
      token,
      way,
      command,
      onlyIf,
      expiresAt: deadlineAt,
    });
    if (command === 'not-ready') this.#addOutstanding(way === 'supervisor' ? 'supervisor' : 'chosen');
    return { token, deadlineAt };
  }

  /** Whether the agent is not ready, as one of our commands would have it. */
  isHeldByUs(): boolean {
    const { view, outstanding } = this.agent;
    if (view.standing !== 'not-ready' || view.mark === undefined) return false;
    // A call in between, or a node that went down, hides the mark: who was free when they were asked is not ready by us.
    return outstanding !== undefined && (outstanding.marks.includes(view.mark) || isHidden(view.mark));
  }

  /** Whether it is not to be seen who made the agent not ready. */
  get isHidden(): boolean {
    return isHidden(this.view.mark);
  }

  /** Whether what was ours still is. A call in between, or a node that went down, changes the mark and not whose it is. */
  isStill(heldAs: NotReadyMark): boolean {
    const { mark } = this.view;
    return mark === heldAs || isHidden(mark) || (isHidden(heldAs) && mark !== 'other');
  }

  /** One of the commands has come true or was refused. */
  settleOne(): void {
    const { outstanding, ...agent } = this.agent;
    if (!outstanding) return;
    this.agent =
      outstanding.count > 1 ? { ...agent, outstanding: { ...outstanding, count: outstanding.count - 1 } } : agent;
  }

  /** Nothing that was asked for can happen any more. */
  forgetCommands(): void {
    const { outstanding: _, ...agent } = this.agent;
    this.agent = agent;
  }

  /** Looks by a poll for what no notification told. */
  checkOutstanding(): void {
    const { outstanding } = this.agent;
    if (!outstanding || this.now < outstanding.checkAt) return;
    this.isPollWanted = true;
    const checkAt = this.now < outstanding.until ? outstanding.until : this.now + this.policy.outstandingMs;
    this.set({ outstanding: { ...outstanding, checkAt } });
  }

  #addOutstanding(mark: NotReadyMark): void {
    const { count = 0, marks = [] } = this.agent.outstanding ?? {};
    const { outstandingMs, gadgetTimeoutMs, requestTimeoutMs, checkTimeoutMs } = this.policy;
    const checkAt = this.now + gadgetTimeoutMs + requestTimeoutMs + checkTimeoutMs;
    this.set({
      outstanding: {
        count: count + 1,
        marks: [...new Set([...marks, mark])],
        until: this.now + outstandingMs,
        checkAt,
      },
    });
  }
}

function isHidden(mark: NotReadyMark | undefined): boolean {
  return mark === 'call-ended' || mark === 'unexplained';
}
