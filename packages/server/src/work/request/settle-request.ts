import { type InteractionId, toPlainText } from '@eyeline/protocol';
import {
  type ExternalRouter,
  type OnRoute,
  type RouteAnswer,
  type RouteOutcome,
  type RouteRequest,
  settleRoute,
} from '@eyeline/routing';
import type { SiteEntryPoint } from '../../settings/config.ts';
import { knownIds } from '../../settings/parse-config.ts';
import type { WorkRooms } from '../work-port.ts';
import { proposeRoute, type RouteInput, routeFacts } from './propose-route.ts';

/** How long the integrator's hook may take where no router says otherwise. */
const hookTimeoutMs = 1500;
/** An answer is a few lines of JSON. */
const longestAnswer = 64_000;

/** Where a request goes: the rules, then the external router, then the hook. Never rejects, whatever those do. */
export async function settleRequest(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
  interactionId: InteractionId,
  asked: RouteInput,
): Promise<RouteOutcome> {
  const { config } = rooms.settings;
  const { onRoute } = rooms.work;
  const { router } = config;
  let outcome = proposeRoute(rooms, entryPoint, asked);
  if (!router && !onRoute) return outcome;
  const request: RouteRequest = {
    interactionId,
    requestedAt: rooms.interaction.now(),
    facts: routeFacts(rooms, entryPoint, asked),
  };
  const settle = (who: string, answer: RouteAnswer, rules: Pick<ExternalRouter, 'timeoutMs' | 'fallback'>) => {
    const settled = settleRoute(answer, outcome, knownIds(config.routing, config.calendars), rules);
    if (settled.source === 'fallback') {
      const faults = settled.faults.map(({ path, expected }) => ` ${path}: expected ${expected}.`).join('');
      rooms.log.warn(`The fallback counts for ${interactionId}: ${who} ${settled.reason}. ${settled.detail}${faults}`);
    }
    outcome = toPlainText(settled.outcome);
  };
  if (router) settle('the router', await askRouter(router, request, outcome), router);
  if (onRoute) {
    const timeoutMs = router?.timeoutMs ?? hookTimeoutMs;
    settle('the hook', await askHook(onRoute, request, outcome, timeoutMs), { timeoutMs, fallback: {} });
  }
  return outcome;
}

async function askRouter(
  { url, timeoutMs }: ExternalRouter,
  request: RouteRequest,
  proposed: RouteOutcome,
): Promise<RouteAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ version: 1, ...request, proposed }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await readAtMost(response, longestAnswer);
    return { type: 'answered', status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { type: 'timed-out' };
    return { type: 'failed', message: messageOf(error) };
  }
}

async function readAtMost(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > most) throw new Error(`The answer is longer than ${most} characters.`);
  }
  return text;
}

async function askHook(
  onRoute: OnRoute,
  request: RouteRequest,
  outcome: RouteOutcome,
  timeoutMs: number,
): Promise<RouteAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<RouteAnswer>(resolve => {
    timer = setTimeout(() => resolve({ type: 'timed-out' }), timeoutMs);
  });
  const answer = Promise.resolve()
    .then(() => onRoute(request, outcome))
    .then(
      (value): RouteAnswer => ({ type: 'returned', value }),
      (error: unknown): RouteAnswer => ({ type: 'failed', message: messageOf(error) }),
    );
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}

const messageOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return error instanceof Error ? `${error.message}${cause}` : String(error);
};
