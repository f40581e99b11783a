import { type DesiredMedia, healthAfter, type MediaReport, unknownHealth } from '@eyeline/machines';
import { type Seen, sampleOf } from './health-sample.ts';

interface HealthWatch {
  follow(desired: DesiredMedia | null): void;
  sample(epoch: number, stats: readonly unknown[]): void;
}

/** Between two looks at the pictures themselves, and before the first one, which is not to hold up a call that begins, ms. */
const lookMs = 1000;
const firstLookMs = 4000;
const nothing: Seen = { theirs: null, own: null };

/** Says how good a call's media is, whenever that is another. `look`: how bright the pictures are. */
export function watchHealth(
  report: (report: MediaReport) => void,
  look: () => Seen = () => nothing,
  now = () => performance.now(),
): HealthWatch {
  let nextLookAt: number | null = null;
  let health = unknownHealth;
  let desired: DesiredMedia | null = null;
  let told = '';
  return {
    follow(wanted) {
      // What is expected is another: what was counted before says nothing of it.
      if (JSON.stringify(wanted?.receive) !== JSON.stringify(desired?.receive)) health = { ...health, samples: [] };
      desired = wanted;
    },
    sample(epoch, stats) {
      if (epoch !== desired?.epoch) return;
      const sources = desired.receive.flatMap(one => one.sources);
      const expected = {
        // A picture that is to stand still is no failure.
        video: desired.receive.some(({ sources, still }) =>
          sources.some(source => source !== 'microphone' && source !== still),
        ),
        audio: sources.includes('microphone'),
      };
      const atMs = now();
      nextLookAt ??= atMs + firstLookMs;
      const isTime = atMs >= nextLookAt;
      if (isTime) nextLookAt = atMs + lookMs;
      health = healthAfter(health, sampleOf(stats, atMs, isTime ? look() : nothing), expected);
      const { level, findings } = health;
      const said = [level, ...findings].join();
      if (said === told) return;
      told = said;
      report({ type: 'media.health', level, findings });
    },
  };
}
