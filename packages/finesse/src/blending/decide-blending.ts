import { type AgentBlending, unknownAgent } from './agent-blending.ts';
import { AgentDraft } from './agent-draft.ts';
import type { AgentView } from './agent-view.ts';
import { askForHold, beginRelease, followAgent } from './follow-agent.ts';
import type { BlendingEffect, BlendingInput } from './input.ts';
import type { BlendingPolicy } from './policy.ts';
import type { BlendingState } from './state.ts';

export interface BlendingDecision {
  readonly state: BlendingState;
  /** To be carried out after the voice holds are stored. */
  readonly effects: readonly BlendingEffect[];
  /** Agents whose part is another one now. */
  readonly changed: readonly string[];
}

type AgentInput = Exclude<BlendingInput, { type: 'feed.lost' | 'clock.ticked' }>;

/**
 * The whole of voice blending: see SPEC.md, 7. **The state that is given is consumed**: it is worked on in place and
 * answered, for a centre tells of thousands of changes a second; an agent's part is replaced and never changed. `now` is ms
 * since the epoch by our clock and must not go backwards. An input that makes no sense in the state changes nothing.
 */
export function decideBlending(
  state: BlendingState,
  input: BlendingInput,
  now: number,
  policy: BlendingPolicy,
): BlendingDecision {
  const effects: BlendingEffect[] = [];
  const changed: string[] = [];
  const change = (agentId: string, work: (draft: AgentDraft) => void) => {
    const draft = new AgentDraft(agentId, agentOf(state, agentId), state, now, policy);
    work(draft);
    const { nextToken, isPollWanted } = draft;
    Object.assign(state, { nextToken, isPollWanted });
    state.agents.set(agentId, draft.agent);
    changed.push(agentId);
    effects.push(...draft.effects);
  };
  if (input.type === 'clock.ticked') {
    for (const agentId of state.agents.takeDue(now)) change(agentId, tick);
  } else if (input.type === 'feed.lost') {
    for (const agentId of state.agents.keys()) {
      change(agentId, draft => {
        // The other node's clock may differ: times from before say nothing any more.
        draft.set({ view: { standing: 'unknown' } });
        const { voiceHold } = draft.agent;
        if (voiceHold.phase !== 'idle') draft.isPollWanted = true;
        // Reasons may be lost with the node: what is seen afterwards confirms nothing.
        if (voiceHold.phase === 'asked') draft.fail(voiceHold.voiceHoldId, 'voice-unknown');
      });
    }
  } else change(input.agentId, draft => applyTo(draft, input));

  const mayPoll = state.lastPollAt === undefined || now >= state.lastPollAt + policy.pollMs;
  if (state.isPollWanted && mayPoll) {
    state.isPollWanted = false;
    state.lastPollAt = now;
    effects.push({ type: 'poll' });
  }
  return { state, effects, changed };
}

/** When the clock should tick next, in ms since the epoch; undefined when nothing waits for it. */
export function nextBlendingDeadline(state: BlendingState, policy: BlendingPolicy): number | undefined {
  const { nextAt } = state.agents;
  if (!state.isPollWanted) return nextAt;
  return Math.min(nextAt ?? Number.POSITIVE_INFINITY, (state.lastPollAt ?? 0) + policy.pollMs);
}

function applyTo(draft: AgentDraft, input: AgentInput): void {
  const { voiceHold } = draft.agent;
  switch (input.type) {
    case 'agent.seen':
      see(draft, input.view);
      return;
    case 'gadget.came':
      draft.set({ hasGadget: true });
      return;
    case 'gadget.went':
      draft.set({ hasGadget: false });
      return;
    case 'voice-hold.ask':
      take(draft, input.voiceHoldId);
      return;
    case 'voice-hold.release':
      if (voiceHold.phase === 'idle' || voiceHold.phase === 'releasing' || voiceHold.voiceHoldId !== input.voiceHoldId)
        return;
      if (voiceHold.phase === 'held' && voiceHold.heldAs) {
        beginRelease(draft, voiceHold.heldAs, voiceHold.voiceHoldId);
        return;
      }
      draft.become({ phase: 'idle' });
      draft.notify('voice-hold.released', voiceHold.voiceHoldId);
      followAgent(draft);
      return;
    case 'command.refused':
      if ('token' in voiceHold && voiceHold.token === input.token) followAgent(draft, input.why);
  }
}

function see(draft: AgentDraft, view: AgentView): void {
  const { changedAt } = draft.view;
  // Doubled, late and reordered notifications: the newest stands.
  if (view.changedAt !== undefined && changedAt !== undefined && view.changedAt < changedAt) return;
  draft.set({ view });
  const { outstanding } = draft.agent;
  if (outstanding && draft.now >= outstanding.until && !draft.isHeldByUs() && view.standing !== 'unknown')
    draft.forgetCommands();
  followAgent(draft);
}

function take(draft: AgentDraft, voiceHoldId: string): void {
  const { voiceHold, view, quietUntil = 0 } = draft.agent;
  if (voiceHold.phase !== 'idle') {
    if (voiceHold.phase === 'releasing' || voiceHold.voiceHoldId !== voiceHoldId)
      draft.refuse(voiceHoldId, 'held-already');
    return;
  }
  if (view.standing === 'unknown') {
    draft.refuse(voiceHoldId, 'voice-unknown');
    return;
  }
  if (view.standing !== 'free') {
    draft.refuse(voiceHoldId, 'not-free');
    return;
  }
  if (draft.now < quietUntil) {
    draft.refuse(voiceHoldId, 'settling');
    return;
  }
  askForHold(draft, voiceHoldId);
}

function tick(draft: AgentDraft): void {
  draft.checkOutstanding();
  followAgent(draft);
}

function agentOf(state: BlendingState, agentId: string): AgentBlending {
  return state.agents.get(agentId) ?? unknownAgent;
}
