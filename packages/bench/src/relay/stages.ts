import type { Profiler } from 'node:inspector';

/** Whose code it is, by its file. What belongs to nobody here, as the system's calls, belongs to who called it. */
const stages: readonly (readonly [stage: string, files: RegExp])[] = [
  ['frame and packet read', /\/ws\/lib\/(receiver|websocket|buffer-util)|engine\.io\/build\/transport\.js/],
  ['frames written', /\/ws\/lib\/sender|gateway\/turn-websocket|engine\.io|socket\.io/],
  ['parsed by schema', /\/valibot\/|protocol\/src\/plain-text/],
  ['gateway: limits, whose, once, timer', /server\/src\/(gateway|people|process\/metrics)|prom-client/],
  ['store: handed over, answered', /server\/src\/store|\/kysely\/|\/pg(-[a-z]+)?\//],
  ['journal', /server\/src\/interaction\/journal/],
  ['published', /server\/src\/interaction\/(publisher|subscriptions)/],
  ['decided and changed', /server\/src\/(interaction|process|work)|protocol\/src/],
];

const collecting = 'garbage collection';
const waiting = 'waiting';
const rest = 'all else: Node, the event loop';

/** In the order in which they are shown. */
export const stageNames: readonly string[] = [...stages.map(([stage]) => stage), collecting, rest];

type Frame = Profiler.ProfileNode['callFrame'];

function stageOf({ functionName, url }: Frame): string | undefined {
  if (functionName === '(garbage collector)') return collecting;
  if (functionName === '(idle)') return waiting;
  return stages.find(([, files]) => files.test(url))?.[0];
}

/** How a profile's busy time divides, as shares of 1. Only shares are right where others use the processor too. */
export function sharesOf({ nodes, samples = [] }: Profiler.Profile): ReadonlyMap<string, number> {
  const stageById = new Map<number, string>();
  // A caller comes before what it calls.
  for (const { id, callFrame, children = [] } of nodes) {
    const stage = stageOf(callFrame) ?? stageById.get(id) ?? rest;
    stageById.set(id, stage);
    for (const child of children) stageById.set(child, stage);
  }
  const counts = new Map<string, number>();
  let busy = 0;
  for (const sample of samples) {
    const stage = stageById.get(sample) ?? rest;
    if (stage === waiting) continue;
    busy += 1;
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return new Map([...counts].map(([stage, count]) => [stage, count / busy]));
}
