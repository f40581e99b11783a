import {
  decide,
  emptyRouting,
  type RoutingEffect,
  type RoutingSnapshot,
  type RoutingState,
  restore,
  snapshot,
} from '@eyeline/routing';
import type { Recorded } from '../store/store.ts';

export interface Replay {
  readonly decisions: number;
  /** The first and the last instant, UTC ms. */
  readonly from: number;
  readonly to: number;
  /** With how many snapshots the state was compared. */
  readonly snapshots: number;
  /** How often each thing came out. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Where the state was another than the one recorded. */
  readonly differences: readonly { readonly number: number; readonly paths: readonly string[] }[];
}

/** Decides everything again that was recorded, and compares the state with each snapshot that was taken meanwhile. */
export function replay({ snapshots, inputs }: Recorded, onDecision: (decision: object) => void): Replay {
  const [base, ...others] = snapshots;
  const first = inputs[0]?.number;
  // A record that begins with the first input ever needs no snapshot to start from.
  const fromStart = first === 1;
  let state: RoutingState = fromStart || !base ? emptyRouting() : restore(base.state);
  const expected = new Map((fromStart ? snapshots : others).map(one => [one.number, one.state]));
  const outcomes: Record<string, number> = {};
  const differences: { number: number; paths: readonly string[] }[] = [];
  let compared = 0;
  for (const { number, at, input } of inputs) {
    const decision = decide(state, input, at);
    state = decision.state;
    for (const effect of decision.effects) {
      const name = outcomeOf(effect);
      if (name) outcomes[name] = (outcomes[name] ?? 0) + 1;
    }
    onDecision({ number, at, input, effects: decision.effects });
    const there = expected.get(number);
    if (!there) continue;
    compared += 1;
    const paths = differingPaths(comparable(snapshot(state)), comparable(there), '');
    if (paths.length > 0) differences.push({ number, paths: paths.slice(0, 10) });
  }
  const [from, to] = [inputs[0]?.at ?? 0, inputs.at(-1)?.at ?? 0];
  return { decisions: inputs.length, from, to, snapshots: compared, outcomes, differences };
}

function outcomeOf(effect: RoutingEffect): string | null {
  if (effect.type === 'offer.made') return 'offers made';
  if (effect.type === 'offer.closed') return `offers ${effect.outcome}`;
  if (effect.type === 'task.changed' && effect.state === 'closed') return `tasks closed: ${effect.ending ?? 'unknown'}`;
  return null;
}

/** As it comes out of the store. Whoever asks how a line is doing makes it be there: lines without a past do not count. */
function comparable({ lanes, ...records }: RoutingSnapshot): unknown {
  const withPast = lanes
    .filter(({ statistics: { handled, starts, left, waitedMs } }) => handled + starts + left + waitedMs > 0)
    .map(lane => [`${lane.queueId} ${lane.domain}`, lane] as const);
  return JSON.parse(JSON.stringify({ ...records, lanes: Object.fromEntries(withPast) }));
}

function differingPaths(one: unknown, other: unknown, path: string): string[] {
  if (one === other) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return [path];
  const values = (of: object) => new Map(Object.entries(of));
  const [ones, others] = [values(one), values(other)];
  return [...new Set([...ones.keys(), ...others.keys()])].flatMap(key =>
    differingPaths(ones.get(key), others.get(key), path === '' ? key : `${path}.${key}`),
  );
}
