import type { ScriptedCall, ScriptedState } from '../scenario/scenario.ts';
import type { Simulator } from '../simulator.ts';
import type { VoiceOutcome } from '../voice/voice-agent.ts';

/** Makes an agent be in a state, as if the agent had asked for it; `undefined` when there is no such agent. */
export function setState(
  simulator: Simulator,
  userId: string,
  { state, reasonCodeId }: ScriptedState,
): VoiceOutcome | undefined {
  const user = simulator.directory.users.get(userId);
  if (!user) return undefined;
  const reason = reasonCodeId === undefined ? {} : { reasonCodeId };
  const extension = user.extension === undefined ? {} : { extension: user.extension };
  return simulator.voice.input(user, { type: 'command', by: 'self', command: state, ...reason, ...extension });
}

/** Lets somebody go, signed out; whether there was such a user. */
export function dismiss(simulator: Simulator, userId: string): boolean {
  const user = simulator.directory.users.get(userId);
  if (user && simulator.voice.agent(userId).state !== 'LOGOUT')
    simulator.voice.input(user, { type: 'command', by: 'supervisor', command: 'LOGOUT' });
  return simulator.directory.dismiss(userId);
}

/** Lets a call come in; its id, or `undefined` when that agent cannot be called now. */
export function letCall(simulator: Simulator, command: ScriptedCall): string | undefined {
  return simulator.calls.arrive(command)?.id;
}

/** Plays the scenario's timeline. */
export function playTimeline(simulator: Simulator): void {
  for (const moment of simulator.scenario.timeline) {
    simulator.timers.after(moment.atMs, () => {
      if ('fault' in moment) simulator.faults.order(moment.fault);
      else if ('call' in moment) letCall(simulator, moment.call);
      else setState(simulator, moment.user, moment.set);
    });
  }
}
