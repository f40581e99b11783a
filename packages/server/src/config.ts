import { readFileSync } from 'node:fs';
import { Choice, EntryPoint, IceServer } from '@eyeline/protocol';
import * as v from 'valibot';
import { StartupError } from './startup-error.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const ms = v.pipe(v.number(), v.minValue(1));

/** What the site decides. Spans in ms. Everything but the entry points has a default. */
export const Config = v.strictObject({
  entryPoints: v.pipe(v.array(EntryPoint), v.minLength(1)),
  wrapUpCodes: v.optional(v.pipe(v.array(Choice), v.minLength(1)), [
    { code: 'solved', label: 'Solved' },
    { code: 'follow-up', label: 'Follow-up needed' },
    { code: 'no-help', label: 'Could not help' },
  ]),
  notReadyReasons: v.optional(v.pipe(v.array(Choice), v.minLength(1)), [
    { code: 'break', label: 'Break' },
    { code: 'lunch', label: 'Lunch' },
    { code: 'meeting', label: 'Meeting' },
  ]),
  iceServers: v.optional(v.array(IceServer), []),
  /** Pages that may connect, as `https://shop.example`. Left out: all may. */
  origins: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/, 'an origin like https://shop.example'))),
  ),
  /** How long an offer stands before the next agent is asked. */
  offerPatienceMs: v.optional(ms, 20_000),
  routing: v.optional(
    v.strictObject({
      /** How long an agent whose connection is lost stays ready. */
      graceMs: v.optional(ms, 20_000),
      /** How long before who declined a task is asked again, if nobody else is there. */
      declinePauseMs: v.optional(ms, 10_000),
    }),
    {},
  ),
  presence: v.optional(
    v.strictObject({
      /** Without a connection for this long: absent. */
      absentAfterMs: v.optional(ms, 5_000),
      /** A customer who is away for this long while waiting has left. */
      abandonedAfterMs: v.optional(ms, 60_000),
      /** A side that is away for this long has left the call. */
      callLeftAfterMs: v.optional(ms, 35_000),
    }),
    {},
  ),
  tokens: v.optional(
    v.strictObject({
      /** Signs the sessions; at least 32 characters. Left out: one is made and kept in the store. */
      secret: v.optional(v.pipe(v.string(), v.minLength(32))),
      customerMs: v.optional(ms, 24 * 3_600_000),
      agentMs: v.optional(ms, 12 * 3_600_000),
    }),
    {},
  ),
  limits: v.optional(
    v.strictObject({
      /** Commands per socket: so many at once, and so many a second. */
      commandBurst: v.optional(count, 200),
      commandsPerSecond: v.optional(count, 50),
      /** Attempts to sign in per address and user name: so many at once, and so many a minute. */
      signInBurst: v.optional(count, 10),
      signInsPerMinute: v.optional(count, 10),
      /** How long a command may wait for the store. */
      patienceMs: v.optional(ms, 10_000),
    }),
    {},
  ),
  sfu: v.optional(
    v.strictObject({
      port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)), 44_400),
      /** The address that browsers are told, where it is not one of this machine's own. */
      announcedAddress: v.optional(v.string()),
      workers: v.optional(count, 1),
    }),
    {},
  ),
});
export type Config = v.InferOutput<typeof Config>;
export type ConfigInput = v.InferInput<typeof Config>;

/** @throws StartupError that names every fault with its path */
export function parseConfig(given: unknown, where = 'The configuration'): Config {
  const parsed = v.safeParse(Config, given);
  if (!parsed.success) {
    const faults = parsed.issues.map(issue => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`);
    throw new StartupError(`${where} is not valid. Correct ${faults.join('; ')}.`);
  }
  const ids = parsed.output.entryPoints.map(entryPoint => entryPoint.entryPointId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new StartupError(`${where} is not valid. Correct entryPoints: "${twice}" is there twice.`);
  return parsed.output;
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
