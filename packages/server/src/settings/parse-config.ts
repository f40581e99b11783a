import { readFileSync } from 'node:fs';
import { toPlainText } from '@eyeline/protocol';
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
import type { QueueTaskRouting } from './cisco/task-routing-config.ts';
import { type Config, ConfigFile } from './config.ts';
import { botFaults } from './faults/bot-faults.ts';
import { eceFaults } from './faults/ece-faults.ts';
import { entryPointFaults } from './faults/entry-point-faults.ts';
import { faultLine } from './faults/fault-line.ts';
import { invitationFaults } from './faults/invitation-faults.ts';
import { modeFault, taskRouteFaults } from './faults/task-route-faults.ts';
import { webhookFaults } from './faults/webhook-faults.ts';
import { iceFaults } from './ice/ice-faults.ts';
import { templateFaults } from './messages/template-faults.ts';
import { configSentences } from './sentences/config.ts';
import { StartupError } from './startup-error.ts';

/** A configuration that cannot be used, with everything that is wrong in it. */
export class ConfigError extends StartupError {
  /** One line for each fault: its path, what was expected there and what was found. */
  readonly faults: readonly string[];

  constructor(where: string, faults: readonly string[]) {
    super(configSentences.notValid(where, faults));
    this.faults = faults;
  }
}

/**
 * A configuration from JSON. With a section `directory` names may lead to what comes from Cisco: they are checked when
 * that is known (`checkNames`).
 * @throws ConfigError that names every fault with its path
 */
export function parseConfig(given: unknown, where = configSentences.configuration): Config {
  const { config, faults } = readShape(given, where);
  const all = config.directory ? faults : [...faults, ...nameFaults(config)];
  if (all.length > 0) throw new ConfigError(where, all.map(faultLine));
  return config;
}

function readShape(given: unknown, where: string): { readonly config: Config; readonly faults: readonly Fault[] } {
  const parsed = v.safeParse(ConfigFile, toPlainText(given));
  if (!parsed.success) throw new ConfigError(where, faultsOf(parsed.issues).map(faultLine));
  const { routing: site, $schema: _, ...file } = parsed.output;
  const taskRoutes: Record<string, QueueTaskRouting> = {};
  const faults: Fault[] = [];
  const queues: RoutingConfiguration['queues'] = {};
  for (const [queueId, { taskRouting, ...queue }] of Object.entries(site.queues)) {
    queues[queueId] = { ...queue, mode: taskRouting ? 'outside' : (queue.mode ?? 'push') };
    if (taskRouting && queue.mode !== undefined) faults.push(modeFault(queueId, queue.mode));
    if (taskRouting) taskRoutes[queueId] = taskRouting;
  }
  return { config: { ...file, routing: { ...site, queues, calendars: file.calendars }, taskRoutes }, faults };
}

/** @throws ConfigError for names that lead nowhere */
export function checkNames(config: Config, where = configSentences.configuration): Config {
  const faults = nameFaults(config);
  if (faults.length > 0) throw new ConfigError(where, faults.map(faultLine));
  return config;
}

function nameFaults(config: Config): readonly Fault[] {
  const checked = checkConfiguration(config.routing);
  return [
    ...(checked.ok ? [] : checked.faults.map(fault => ({ ...fault, path: `routing.${fault.path}` }))),
    ...referenceFaults(config),
    ...taskRouteFaults(config),
    ...iceFaults(config),
    ...templateFaults(config),
    ...invitationFaults(config),
    ...webhookFaults(config),
    ...eceFaults(config),
    ...botFaults(config),
    ...(config.directory && !config.finesse
      ? [{ path: 'finesse', expected: configSentences.finesseForDirectory, received: configSentences.nothing }]
      : []),
  ];
}

/** What rules, hooks and routers may name. */
export const knownIds = (routing: RoutingConfiguration, calendars: Config['calendars']): KnownIds => ({
  queues: new Set(Object.keys(routing.queues)),
  skills: new Set(routing.skills),
  calendars: new Set(Object.keys(calendars)),
});

/** Names that lead nowhere, and names that are there twice. */
function referenceFaults(config: Config): Fault[] {
  const { entryPoints, routing, calendars, rules, router, wrapUpCodes, notReadyReasons } = config;
  const known = knownIds(routing, calendars);
  const faults: Fault[] = [...ruleFaults(rules, known)];
  const refer = (kind: 'queues' | 'calendars', path: string, id: string | undefined) => {
    if (id === undefined || known[kind].has(id)) return;
    const there = [...known[kind]].slice(0, 20);
    faults.push({ path, expected: configSentences.oneOf(kind, there), received: JSON.stringify(id) });
  };
  const seen = new Set<string>();
  entryPoints.forEach((entryPoint, index) => {
    const { entryPointId, queue, calendar, rules: own } = entryPoint;
    const path = `entryPoints.${index}`;
    if (seen.has(entryPointId))
      faults.push({
        path: `${path}.entryPointId`,
        expected: configSentences.uniqueId,
        received: JSON.stringify(entryPointId),
      });
    seen.add(entryPointId);
    faults.push(...entryPointFaults(entryPoint, routing.queues, path));
    refer('queues', `${path}.queue`, queue);
    refer('calendars', `${path}.calendar`, calendar);
    faults.push(...ruleFaults(own, known, `${path}.rules`));
  });
  for (const [key, choices] of Object.entries({ wrapUpCodes, notReadyReasons }))
    choices.forEach(({ code }, index) => {
      if (choices.findIndex(one => one.code === code) < index)
        faults.push({
          path: `${key}.${index}.code`,
          expected: configSentences.uniqueCode,
          received: JSON.stringify(code),
        });
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
    throw new StartupError(configSentences.unreadable(path));
  }
  try {
    // Some editors begin a file with a byte order mark.
    return parseConfig(JSON.parse(text.replace(/^\uFEFF/, '')), configSentences.configurationIn(path));
  } catch (error) {
    // The stack is what ends first: no configuration that is meant comes near.
    if (error instanceof RangeError) throw new StartupError(configSentences.tooDeep(path));
    if (!(error instanceof SyntaxError)) throw error;
    throw new StartupError(configSentences.noJson(path, jsonFault(error.message, text)));
  }
}

/** What the parser says without its excerpt, which may hold a secret; the line that it is in instead. */
function jsonFault(message: string, text: string): string {
  const quoted = /^(.*?), (?:\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/s.exec(message);
  if (!quoted) return message;
  const [, what = '', excerpt = ''] = quoted;
  const at = text.indexOf(excerpt);
  return at < 0 ? what : configSentences.inLine(what, text.slice(0, at + excerpt.length / 2).split('\n').length);
}
