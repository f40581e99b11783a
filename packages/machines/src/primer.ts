import type { Source } from '@eyeline/protocol';
import type { DevicesContext } from './devices-context.ts';

/**
 * What comes of a press that wants these sources. `opens`: nothing is asked. `asks`: the browser asks the person, or may.
 * `blocked`: it will say no by itself.
 */
export type Primer = 'opens' | 'asks' | 'blocked';

/** From what the browser told before, so that nothing is waited for in the press. */
export function primerOf({ permissions, open }: DevicesContext, sources: readonly Source[]): Primer {
  const answers = sources.map(source => (open[source] ? 'granted' : permissions[source]));
  if (answers.length > 0 && answers.every(answer => answer === 'denied')) return 'blocked';
  // What is blocked is not asked for, the rest is.
  return answers.every(answer => answer === 'granted' || answer === 'denied') ? 'opens' : 'asks';
}
