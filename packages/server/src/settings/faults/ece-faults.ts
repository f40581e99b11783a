import type { Fault } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configSentences } from '../sentences/config.ts';

/** What a schema cannot see of applications: an entry point that is none, a key that two of them have. */
export function eceFaults({ ece, entryPoints }: Pick<Config, 'ece' | 'entryPoints'>): Fault[] {
  const there = entryPoints.map(one => one.entryPointId);
  const keys = new Set<string>();
  return (ece?.applications ?? []).flatMap(({ key, entryPoints: bound }, index) => {
    const path = `ece.applications[${index}]`;
    const unknown = Object.entries(bound).flatMap(([id, entryPointId]) =>
      there.includes(entryPointId)
        ? []
        : [
            {
              path: `${path}.entryPoints.${id}`,
              expected: configSentences.oneOf('entryPoints', there.slice(0, 20)),
              received: JSON.stringify(entryPointId),
            },
          ],
    );
    const isTwice = keys.has(key);
    keys.add(key);
    const twice = { path: `${path}.key`, expected: configSentences.keyOfItsOwn, received: JSON.stringify(key) };
    return isTwice ? [...unknown, twice] : unknown;
  });
}
