import type { Floor } from '../floor.ts';
import type { CallWish, StateWish } from '../scenario/scenario.ts';
import type { VoiceOutcome } from '../voice/voice-agent.ts';

/** Makes an agent be in a state, as if the agent had asked for it; `undefined` when there is no such agent. */
export function setState(floor: Floor, userId: string, { state, reasonCodeId }: StateWish): VoiceOutcome | undefined {
  const user = floor.directory.users.get(userId);
  if (!user) return undefined;
  const reason = reasonCodeId === undefined ? {} : { reasonCodeId };
  const extension = user.extension === undefined ? {} : { extension: user.extension };
  return floor.voice.input(user, { type: 'wish', by: 'self', wish: state, ...reason, ...extension });
}

/** Lets somebody go, signed out; whether there was such a user. */
export function dismiss(floor: Floor, userId: string): boolean {
  const user = floor.directory.users.get(userId);
  if (user && floor.voice.agent(userId).state !== 'LOGOUT')
    floor.voice.input(user, { type: 'wish', by: 'supervisor', wish: 'LOGOUT' });
  return floor.directory.dismiss(userId);
}

/** Lets a call come in; its id, or `undefined` when that agent cannot be called now. */
export function letCall(floor: Floor, wish: CallWish): string | undefined {
  return floor.calls.arrive(wish)?.id;
}

/** Plays the scenario's timeline. */
export function playTimeline(floor: Floor): void {
  for (const moment of floor.scenario.timeline) {
    floor.timers.after(moment.atMs, () => {
      if ('fault' in moment) floor.faults.order(moment.fault);
      else if ('call' in moment) letCall(floor, moment.call);
      else setState(floor, moment.user, moment.set);
    });
  }
}
