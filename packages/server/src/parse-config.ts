import { readFileSync } from 'node:fs';
import {
  checkConfiguration,
  type Fault,
  faultsOf,
  type KnownIds,
  outcomeFaults,
  type RoutingConfiguration,
  ruleFaults,
} from '@eyeline/routing';
import * as v from 'valibot';
import { type Config, ConfigFile } from './config.ts';
import { StartupError } from './startup-error.ts';
import { taskRouteFaults } from './task-route-faults.ts';
import type { QueueTaskRouting } from './voice/task-routing-config.ts';

/** A configuration that cannot be used, with everything that is wrong in it. */
export class ConfigError extends StartupError {
  /** One line for each fault: its path, what was expected there and what was found. */
  readonly faults: readonly string[];

  constructor(where: string, faults: readonly string[]) {
    super(`${where} is not valid. Correct ${faults.join('; ')}.`);
    this.faults = faults;
  }
}

const lineOf = ({ path, expected, received }: Fault): string =>
  `${path || 'the whole'}: expected ${expected}, found ${received}`;

/** @throws ConfigError that names every fault with its path */
export function parseConfig(given: unknown, where = 'The configuration'): Config {
  const parsed = v.safeParse(ConfigFile, given);
  if (!parsed.success) throw new ConfigError(where, faultsOf(parsed.issues).map(lineOf));
  const { routing: site, ...file } = parsed.output;
  const taskRoutes: Record<string, QueueTaskRouting> = {};
  const modes = new Map<string, string | undefined>();
  const queues: Record<string, unknown> = {};
  for (const [queueId, { taskRouting, ...queue }] of Object.entries(site.queues)) {
    queues[queueId] = taskRouting ? { ...queue, mode: 'outside' } : queue;
    if (taskRouting) taskRoutes[queueId] = taskRouting;
    modes.set(queueId, queue.mode);
  }
  const checked = checkConfiguration({ ...site, queues, calendars: file.calendars });
  if (!checked.ok) {
    const faults = checked.faults.map(fault => ({ ...fault, path: `routing.${fault.path}` }));
    throw new ConfigError(where, faults.map(lineOf));
  }
  const config: Config = { ...file, routing: checked.configuration, taskRoutes };
  const faults = [...referenceFaults(config), ...taskRouteFaults(config, modes)];
  if (faults.length > 0) throw new ConfigError(where, faults.map(lineOf));
  return config;
}

/** What rules, hooks and routers may name. */
export const knownIds = (routing: RoutingConfiguration, calendars: Config['calendars']): KnownIds => ({
  queues: new Set(Object.keys(routing.queues)),
  skills: new Set(routing.skills),
  calendars: new Set(Object.keys(calendars)),
});

/** Names that lead nowhere, and names that are there twice. */
function referenceFaults({ entryPoints, routing, calendars, rules, router }: Config): Fault[] {
  const known = knownIds(routing, calendars);
  const faults: Fault[] = [...ruleFaults(rules, known)];
  const refer = (kind: 'queues' | 'calendars', path: string, id: string | undefined) => {
    if (id === undefined || known[kind].has(id)) return;
    const there = [...known[kind]].slice(0, 20).join(', ') || '(there is none)';
    faults.push({ path, expected: `one of the ${kind}: ${there}`, received: JSON.stringify(id) });
  };
  const seen = new Set<string>();
  entryPoints.forEach(({ entryPointId, queue, calendar, rules: own }, index) => {
    const path = `entryPoints.${index}`;
    if (seen.has(entryPointId))
      faults.push({
        path: `${path}.entryPointId`,
        expected: 'an id that is not there twice',
        received: JSON.stringify(entryPointId),
      });
    seen.add(entryPointId);
    refer('queues', `${path}.queue`, queue);
    refer('calendars', `${path}.calendar`, calendar);
    faults.push(...ruleFaults(own, known, `${path}.rules`));
  });
  if (router) faults.push(...outcomeFaults(router.fallback, known, 'router.fallback'));
  return faults;
}

/** @throws StartupError when the file cannot be read, is no JSON, or is not valid */
export function readConfig(path: string): Config {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new StartupError(`The configuration ${path} cannot be read. Check the path given with --config.`);
  }
  try {
    return parseConfig(JSON.parse(text), `The configuration ${path}`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new StartupError(`The configuration ${path} is not valid JSON: ${error.message}.`);
  }
}
