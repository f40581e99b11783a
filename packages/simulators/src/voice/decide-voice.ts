import { decideCommand } from './decide-command.ts';
import {
  noReason,
  refusals,
  type VoiceAgent,
  type VoiceInput,
  type VoiceOutcome,
  type VoiceRules,
} from './voice-agent.ts';

/** What becomes of an agent's voice. Pure: the time is an argument, and the answer is all that happens. */
export function decideVoice(agent: VoiceAgent, input: VoiceInput, rules: VoiceRules, now: number): VoiceOutcome {
  switch (input.type) {
    case 'command':
      return decideCommand(agent, input, rules, now);
    case 'call.offered':
      return offer(agent, input.call, rules, now);
    case 'call.answered':
      return answer(agent, rules, now);
    case 'call.held':
      return agent.state === 'TALKING' ? to({ ...agent, state: 'HOLD', changedAt: now }) : refuse(agent);
    case 'call.retrieved':
      return agent.state === 'HOLD' ? to({ ...agent, state: 'TALKING', changedAt: now }) : refuse(agent);
    case 'call.unanswered':
      return unanswered(agent, rules, now);
    case 'call.ended':
      return end(agent, rules, now);
    case 'wrap-up.ended':
      if (agent.state !== 'WORK' && agent.state !== 'WORK_READY') return refuse(agent);
      if (agent.pending) return to(settle(agent, now));
      // CCE's WORK is the wrap-up that ends in NOT_READY; UCCX has only one.
      if (agent.state === 'WORK' && rules.deployment === 'UCCE')
        return to({ ...rest(agent), state: 'NOT_READY', reasonCodeId: noReason, changedAt: now });
      return to({ ...rest(agent), state: 'READY', changedAt: now });
    case 'reason.forgotten':
      return agent.reasonCodeId === undefined ? refuse(agent) : to({ ...agent, reasonCodeId: noReason });
    case 'presence.lost':
      return loseAgent(agent, rules, now);
  }
}

function offer(agent: VoiceAgent, call: NonNullable<VoiceAgent['call']>, rules: VoiceRules, now: number): VoiceOutcome {
  if (agent.call || agent.state === 'LOGOUT') return refuse(agent);
  if (call.kind !== 'non-acd') {
    if (agent.state !== 'READY') return refuse(agent);
    const state = call.kind === 'acd' ? 'RESERVED' : 'RESERVED_OUTBOUND';
    return to({ ...rest(agent), state, changedAt: now, call });
  }
  if (agent.state !== 'READY' && agent.state !== 'NOT_READY') return refuse(agent);
  const before = {
    state: agent.state,
    ...(agent.reasonCodeId === undefined ? {} : { reasonCodeId: agent.reasonCodeId }),
  };
  if (rules.deployment === 'UCCE') return to({ ...agent, call, before });
  const reasonCodeId = rules.systemReason('NOT_READY', 32_761) ?? noReason;
  return to({ ...rest(agent), state: 'NOT_READY', reasonCodeId, changedAt: now, call, before });
}

function answer(agent: VoiceAgent, rules: VoiceRules, now: number): VoiceOutcome {
  if (!agent.call) return refuse(agent);
  // An agent of UCCX stays NOT_READY while on a call that routing did not give.
  if (agent.call.kind === 'non-acd' && rules.deployment === 'UCCX') return to(agent);
  if (agent.state === 'TALKING' || agent.state === 'HOLD') return refuse(agent);
  const { reasonCodeId: _, ...others } = agent;
  return to({ ...others, state: 'TALKING', changedAt: now });
}

function unanswered(agent: VoiceAgent, rules: VoiceRules, now: number): VoiceOutcome {
  if (!agent.call) return refuse(agent);
  if (agent.before) return end(agent, rules, now);
  const reasonCodeId = rules.systemReason('NOT_READY', 32_763) ?? noReason;
  return to({ ...rest(agent), state: 'NOT_READY', reasonCodeId, changedAt: now });
}

function end(agent: VoiceAgent, rules: VoiceRules, now: number): VoiceOutcome {
  if (!agent.call) return refuse(agent);
  if (agent.before) {
    const back =
      rules.afterNonAcdCall === 'as-before' ? agent.before : { state: 'NOT_READY' as const, reasonCodeId: noReason };
    if (agent.pending) return to(settle(agent, now));
    return to({ ...rest(agent), ...back, changedAt: now });
  }
  const talked = agent.state === 'TALKING' || agent.state === 'HOLD';
  if (!talked || !rules.hasWrapUp)
    return to(agent.pending ? settle(agent, now) : { ...rest(agent), state: 'READY', changedAt: now });
  const ready = agent.pending === undefined || agent.pending.state === 'READY';
  const state = rules.deployment === 'UCCE' && ready ? 'WORK_READY' : 'WORK';
  return to({ ...rest(agent), state, changedAt: now, ...(agent.pending ? { pending: agent.pending } : {}) });
}

function loseAgent(agent: VoiceAgent, rules: VoiceRules, now: number): VoiceOutcome {
  if (agent.state === 'LOGOUT') return refuse(agent);
  const state = rules.deployment === 'UCCX' ? 'LOGOUT' : rules.presenceLoss;
  const reasonCodeId = rules.systemReason('LOGOUT', 255) ?? noReason;
  // A call is not cut off: the agent is out when it ends.
  if (agent.call) return to({ ...agent, pending: { state, reasonCodeId } });
  return to(enter(agent, { state, reasonCodeId }, now));
}

/** The pending state comes true. */
function settle(agent: VoiceAgent, now: number): VoiceAgent {
  return agent.pending ? enter(agent, agent.pending, now) : agent;
}

function enter(
  agent: VoiceAgent,
  { state, reasonCodeId = noReason }: NonNullable<VoiceAgent['pending']>,
  now: number,
): VoiceAgent {
  if (state === 'READY') return { ...rest(agent), state, changedAt: now };
  if (state === 'LOGOUT') return { state, reasonCodeId, changedAt: now };
  return { ...rest(agent), state, reasonCodeId, changedAt: now };
}

/** What stays of an agent from one state to the next, when no call does. */
function rest({ extension }: VoiceAgent): Pick<VoiceAgent, 'extension'> {
  return extension === undefined ? {} : { extension };
}

function to(agent: VoiceAgent): VoiceOutcome {
  return { type: 'changed', agent };
}

function refuse(agent: VoiceAgent): VoiceOutcome {
  return { type: 'refused', agent, refusal: refusals.invalidState };
}
