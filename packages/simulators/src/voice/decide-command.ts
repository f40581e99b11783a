import {
  noReason,
  refusals,
  type VoiceAgent,
  type VoiceInput,
  type VoiceOutcome,
  type VoiceRefusal,
  type VoiceRules,
} from './voice-agent.ts';

type Command = Extract<VoiceInput, { type: 'command' }>;

/** What becomes of a state that somebody asks for (Finesse developer guide, User: sign in, change agent state). */
export function decideCommand(agent: VoiceAgent, input: Command, rules: VoiceRules, now: number): VoiceOutcome {
  if (input.command === 'LOGIN') return signIn(agent, input, rules, now);
  if (agent.state === 'LOGOUT') return refuse(agent, refusals.invalidState);
  if (agent.call) return duringCall(agent, input, rules);
  const reasonCodeId = reasonOf(input, rules) ?? noReason;
  const extension = agent.extension === undefined ? {} : { extension: agent.extension };
  switch (input.command) {
    case 'READY':
      return to({ ...extension, state: 'READY', changedAt: agent.state === 'READY' ? agent.changedAt : now });
    case 'NOT_READY':
      return to({ ...extension, state: 'NOT_READY', reasonCodeId, changedAt: now });
    case 'LOGOUT':
      return to({ state: 'LOGOUT', reasonCodeId, changedAt: now });
  }
}

function signIn(agent: VoiceAgent, { extension }: Command, rules: VoiceRules, now: number): VoiceOutcome {
  // Who is signed in already keeps the state.
  if (agent.state !== 'LOGOUT') return to(agent);
  if (extension === undefined || !rules.hasDevice(extension)) return refuse(agent, refusals.invalidDevice);
  // Recorded: somebody who has just signed in has no reason, though the system has one for it.
  return to({ state: 'NOT_READY', reasonCodeId: noReason, extension, changedAt: now });
}

function duringCall(agent: VoiceAgent, input: Command, rules: VoiceRules): VoiceOutcome {
  const isUccx = rules.deployment === 'UCCX';
  if (agent.call?.kind === 'non-acd' && isUccx) return refuse(agent, refusals.resourceBusy);
  // Reserved, or ringing: nothing may be asked for before the call is answered or gone.
  if (agent.state !== 'TALKING' && agent.state !== 'HOLD') return refuse(agent, refusals.invalidState);
  if (input.command === 'READY' && isUccx) return refuse(agent, refusals.invalidWorkMode);
  if (isUccx && agent.wasPending) return refuse(agent, refusals.invalidState);
  if (input.command === 'LOGIN') return to(agent);
  const reasonCodeId = reasonOf(input, rules);
  const pending = { state: input.command, ...(reasonCodeId === undefined ? {} : { reasonCodeId }) };
  return to({ ...agent, pending, wasPending: true });
}

/** A supervisor's change is recorded with a reason of the system's. */
function reasonOf({ command, by, reasonCodeId }: Command, rules: VoiceRules): string | undefined {
  if (command !== 'NOT_READY' && command !== 'LOGOUT') return undefined;
  if (by === 'self') return reasonCodeId;
  const code = rules.deployment === 'UCCE' ? 999 : command === 'NOT_READY' ? 33 : 22;
  return rules.systemReason(command, code);
}

function to(agent: VoiceAgent): VoiceOutcome {
  return { type: 'changed', agent };
}

function refuse(agent: VoiceAgent, refusal: VoiceRefusal): VoiceOutcome {
  return { type: 'refused', agent, refusal };
}
