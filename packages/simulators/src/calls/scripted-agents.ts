import { between, type Chance } from '../chance.ts';
import type { Directory } from '../directory/directory.ts';
import type { Timers } from '../timers.ts';
import type { VoiceDesk } from '../voice/voice-desk.ts';
import type { CallSimulator } from './call-simulator.ts';

interface Parts {
  readonly directory: Directory;
  readonly voice: VoiceDesk;
  readonly calls: CallSimulator;
  readonly timers: Timers;
  readonly chance: Chance;
}

/** Agents who work by script: they sign in, answer, talk, wrap up and are ready again. Wrap-up ends for everybody here. */
export function employAgents({ directory, voice, calls, timers, chance }: Parts): void {
  calls.onRinging((user, { id }) => {
    const { script } = user;
    if (!script) return;
    timers.after(between(script.answersAfterMs, chance), () => {
      if (!calls.act(id, 'ANSWER')) return;
      timers.after(between(script.talksMs, chance), () => calls.act(id, 'DROP'));
    });
  });
  voice.onChange((user, agent, before) => {
    const isWrapUp = agent.state === 'WORK' || agent.state === 'WORK_READY';
    if (!isWrapUp || before.state === agent.state) return;
    const { wrapUpMs } = directory.scenario.timings;
    timers.after(user.script ? between(user.script.wrapsUpMs, chance) : wrapUpMs, () => {
      if (voice.agent(user.id).changedAt === agent.changedAt) voice.input(user, { type: 'wrap-up.ended' });
    });
  });
  for (const user of directory.scenario.users.filter(each => each.script && each.extension !== undefined)) {
    const command = { type: 'command', by: 'self' } as const;
    voice.input(user, { ...command, command: 'LOGIN', extension: user.extension ?? '' });
    voice.input(user, { ...command, command: 'READY' });
  }
}
