import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../table.ts';
import { type ByteCount, byteCount } from './byte-count.ts';
import { closure, laterOf } from './module-graph.ts';

const built = fileURLToPath(new URL('../../../elements/dist-page/eyeline.js', import.meta.url));

interface Step {
  readonly name: string;
  readonly files: ReadonlySet<string>;
  /** The most that may be loaded, in bytes (1 kB = 1000). */
  readonly budget?: { readonly encoding: keyof ByteCount; readonly bytes: number };
}

/** What the click loads; the other thing that the loader knows is what carries out the page's commands. */
export const clickOf = (atOnce: ReadonlySet<string>): Set<string> =>
  closure([...laterOf(atOnce)].filter(file => basename(file).startsWith('embed-')));

/** What a customer's page loads: with the page, on the first click, and with the first call of either kind. */
const stepsFrom = (loader: string): Step[] => {
  const atOnce = closure([loader]);
  const onClick = clickOf(atOnce);
  const beyond = (entry: string) => new Set([...closure([entry])].filter(file => !onClick.has(file)));
  return [
    { name: 'page: loader', files: atOnce, budget: { encoding: 'brotli', bytes: 1500 } },
    { name: 'click: widget', files: onClick, budget: { encoding: 'brotli', bytes: 44_900 } },
    ...[...laterOf([...atOnce, ...onClick])]
      .filter(entry => !onClick.has(entry))
      .map(entry => ({ name: `later: ${basename(entry)}`, files: beyond(entry) })),
  ];
};

/** Prints the sizes beside the budgets; false when one is exceeded. */
export const bytes = (): boolean => {
  if (!existsSync(built)) throw new Error(`${built} is not there. Run "npm run build" first.`);
  const steps = stepsFrom(built).map(step => ({ ...step, count: byteCount(step.files) }));
  const holds = steps.map(({ budget, count }) => budget === undefined || count[budget.encoding] <= budget.bytes);
  const rows = steps.map(({ name, files, count, budget }, index) => [
    name,
    String(files.size),
    ...[count.raw, count.gzip, count.brotli].map(size => size.toLocaleString('en')),
    budget ? `${budget.bytes.toLocaleString('en')} ${budget.encoding}: ${holds[index] ? 'held' : 'EXCEEDED'}` : '',
  ]);
  console.log(table(['bytes', 'files', 'as is', 'gzip', 'brotli', 'budget'], rows));
  return holds.every(Boolean);
};
