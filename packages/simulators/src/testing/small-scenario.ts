import { defaultScenario, systemReasons } from '../scenario/default-scenario.ts';
import type { ScenarioInput } from '../scenario/scenario.ts';

/** The default centre without callers and scripted agents, and as fast as it goes. */
export function smallScenario(changes: Partial<ScenarioInput> = {}): ScenarioInput {
  return {
    ...defaultScenario,
    users: [
      ...defaultScenario.users.filter(user => !user.script),
      {
        id: '1011',
        firstName: 'Other',
        lastName: 'Visor',
        password: 'box',
        extension: '2011',
        team: '2',
        roles: ['Agent', 'Supervisor'],
        supervises: ['2'],
      },
    ],
    reasonCodes: [...defaultScenario.reasonCodes.filter(({ systemCode }) => !systemCode), ...systemReasons],
    calls: { perMinute: 0, to: 'everybody' },
    ...changes,
    timings: { changeMs: 5, presenceMs: 80, ringMs: 3_000, wrapUpMs: 60, ...changes.timings },
  };
}

/** Waits until something is true, for a minute at most. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await isTrue()) return;
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  throw new Error('It did not become true.');
}
