import type { InteractionId } from '@eyeline/protocol';
import type { Logger } from 'pino';
import { FaultLog } from '../../settings/pace/fault-log.ts';
import { Loop } from '../../settings/pace/loop.ts';
import { machineTime, type Time } from '../../settings/pace/time.ts';
import { webhookSentences } from '../../settings/sentences/webhooks.ts';
import type { PlacedFact, WebhookState, WebhookStore, WebhookTurn } from '../../store/webhooks/webhook-store.ts';
import { eventIdOf } from './event.ts';
import type { Run, RunResult } from './run.ts';
import { settle } from './settle.ts';
import type { Subscription } from './subscription.ts';

/** So many facts are taken out of the log at once, and of one interaction that lags. */
const mostFacts = 64;
const mostOfOne = 16;
/** Interactions that are delivered side by side. */
const mostTogether = 8;
/** After so many failures in a row a receiver is taken for down: one interaction at a time finds out whether it is back. */
const downAfter = 10;
/** With so many that wait nothing new is begun: the log keeps it. */
const mostLagging = 1_000;
/** Where nothing is wanted, its place is stored after so many facts. */
const longestUnstored = 1_000;
/** Under load more goes together. */
const apartMs = 50;
/** What a turn does not begin in this time it leaves to the next: so much is done again at most after a death. */
const turnMs = 1_000;
const backoff = { firstMs: 1_000, longestMs: 60_000 };
const longestWaitMs = 60_000;

interface CourierOptions {
  readonly subscription: Subscription;
  readonly store: WebhookStore;
  readonly log: Logger;
  /** UTC ms. */
  readonly now: () => number;
  readonly onAttempt?: (subscriptionId: string, isDelivered: boolean) => void;
  /** Default: the machine's. */
  readonly time?: Time | undefined;
}

/**
 * Delivers to one receiver, turn by turn. The log of facts is what waits: kept are a place in it, and the place of each
 * interaction of which something was not taken. A server that dies in a turn begins it again, with the same ids.
 */
export class Courier {
  readonly #options: CourierOptions;
  readonly #loop: Loop;
  readonly #time: Time;
  /** As it is stored, but perhaps further on; null: it has to be read. */
  #state: WebhookState | null = null;
  #storedPosition = 0;
  /** Whether any interaction lags. */
  #isLagging = true;
  #interrupt = new AbortController();
  #isStopped = false;
  /** Somebody changes what is stored: no turn begins. */
  #isHeld = false;
  #underWay: Promise<unknown> = Promise.resolve();
  readonly #faults: FaultLog;
  readonly #trouble: FaultLog;

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#time = options.time ?? machineTime;
    const { log, subscription } = options;
    this.#faults = new FaultLog({ log, unknown: webhookSentences.storeFailed });
    this.#trouble = new FaultLog({
      log,
      known: error => webhookSentences.troubled(subscription.id, String(error)),
      unknown: '',
      over: webhookSentences.well(subscription.id),
      level: 'warn',
    });
    this.#loop = new Loop({
      turn: () => {
        if (this.#isHeld) return null;
        const turn = this.#turn();
        this.#underWay = turn.catch(() => {});
        return turn;
      },
      backoff,
      onFault: error => {
        this.#state = null;
        this.#faults.fault(error);
      },
      onWell: () => this.#faults.well(),
      apartMs,
      time: options.time,
    });
  }

  get subscription(): Subscription {
    return this.#options.subscription;
  }

  /** As it was seen last; null before the first turn. */
  get state(): WebhookState | null {
    return this.#state;
  }

  /** Something has happened. */
  wake(): void {
    if (this.#state?.paused == null) this.#loop.wake();
  }

  /** Somebody wants to change what is stored: what is under way is cut short and stored. `reset` ends it. */
  async hold(): Promise<void> {
    this.#isHeld = true;
    this.#interrupt.abort();
    await this.#underWay;
  }

  /** What is stored was changed: it is read again. */
  reset(): void {
    this.#state = null;
    this.#isHeld = false;
    this.#interrupt = new AbortController();
    this.#loop.wake();
  }

  /** Resolves when what is under way is stored. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#interrupt.abort();
    await this.#loop.stop();
    this.subscription.close();
  }

  async #turn(): Promise<number | null> {
    const { store, now } = this.#options;
    const { id } = this.subscription;
    const stop = this.#interrupt.signal;
    const state = this.#state ?? (await this.#read());
    if (state.paused !== null) return null;
    const at = now();
    if (state.holdUntil !== null && state.holdUntil > at) return Math.min(state.holdUntil - at, longestWaitMs);
    const lagging = this.#isLagging ? (await store.counts(id)).lagging : 0;
    // Where nothing waits, something new has to find out.
    const isDown = state.failures >= downAfter && lagging > 0;
    const isFull = isDown || lagging >= mostLagging;
    const end = isFull ? state.position : await store.end();
    const names = [...this.subscription.names];
    const fresh = end > state.position ? await store.factsAfter(state.position, end, names, mostFacts) : [];
    const position = fresh.length < mostFacts ? end : (fresh.at(-1)?.position ?? end);
    const due = lagging > 0 ? await store.due(id, at, isDown ? 1 : mostTogether) : [];
    const runs = [...(await this.#arrears(due, position)), ...(await this.#fresh(fresh, lagging > 0))];
    const until = this.#time.now() + turnMs;
    const results = await together(runs, run => this.#deliver(run, stop, until));
    if (results.length > 0 || position - this.#storedPosition > longestUnstored) {
      const isStored = await this.#store({ ...state, position }, results, isDown);
      if (!isStored) this.#state = null;
    } else if (this.#state === state) this.#state = { ...state, position };
    return this.#nextIn(due.length > 0 || fresh.length === mostFacts);
  }

  async #read(): Promise<WebhookState> {
    const { store, now } = this.#options;
    const state = await store.open(this.subscription.id, now());
    this.#state = state;
    this.#storedPosition = state.position;
    this.#isLagging = true;
    return state;
  }

  /** Of those that lag, what is in the log up to here. */
  #arrears(due: Awaited<ReturnType<WebhookStore['due']>>, through: number): Promise<readonly Run[]> {
    const { store } = this.#options;
    const names = [...this.subscription.names];
    return Promise.all(
      due.map(async lag => {
        const { interactionId, seq } = lag;
        const facts = await store.factsOf(interactionId, seq, through, names, mostOfOne);
        return { interactionId, lag, facts, isWhole: facts.length < mostOfOne };
      }),
    );
  }

  /** What is new, of those that do not lag. */
  async #fresh(facts: readonly PlacedFact[], someLag: boolean): Promise<readonly Run[]> {
    const wanted = facts.filter(one => this.subscription.wants(one));
    const byInteraction = new Map<InteractionId, PlacedFact[]>();
    for (const one of wanted) {
      const of = byInteraction.get(one.interactionId);
      if (of) of.push(one);
      else byInteraction.set(one.interactionId, [one]);
    }
    const ids = [...byInteraction.keys()];
    const late = someLag ? await this.#options.store.laggingAmong(this.subscription.id, ids) : new Set<string>();
    return [...byInteraction]
      .filter(([interactionId]) => !late.has(interactionId))
      .map(([interactionId, of]) => ({ interactionId, lag: null, facts: of, isWhole: true }));
  }

  /** One after the other; the first that is not taken is the last. */
  async #deliver(run: Run, stop: AbortSignal, until: number): Promise<RunResult> {
    const { now, onAttempt } = this.#options;
    const { subscription } = this;
    const attempts: RunResult['attempts'][number][] = [];
    const unreadable: number[] = [];
    const result = { run, attempts, unreadable, failed: null, untriedFrom: null };
    const isOver = () => stop.aborted || this.#time.now() > until;
    for (const placed of run.facts) {
      if (!subscription.wants(placed)) continue;
      const { seq, name } = placed;
      if (isOver()) return { ...result, untriedFrom: seq };
      const at = now();
      const beganAt = this.#time.now();
      const outcome = await subscription.deliver(placed, at, stop);
      if (!outcome) {
        unreadable.push(seq);
        continue;
      }
      const { status, reason, delivered } = outcome;
      if (reason === 'interrupted') return { ...result, untriedFrom: seq };
      const attempt = (run.lag?.seq === seq ? run.lag.attempts : 0) + 1;
      const ms = Math.max(0, Math.round(this.#time.now() - beganAt));
      attempts.push({ at, eventId: eventIdOf(placed), name, attempt, status, reason, ms });
      onAttempt?.(subscription.id, delivered);
      if (!delivered) return { ...result, failed: { seq, outcome } };
    }
    return result;
  }

  async #store(state: WebhookState, results: readonly RunResult[], wasDown: boolean): Promise<boolean> {
    const { store, now } = this.#options;
    const { id } = this.subscription;
    const hasUnread = results.some(one => one.unreadable.length > 0 || one.failed);
    const deadBefore = hasUnread ? (await store.counts(id)).dead : 0;
    const turn = settle({ state, results, now: now(), chance: () => this.#time.chance(), deadBefore });
    // It is back: nobody waits for their time.
    if (wasDown && turn.state.failures === 0) await store.hurry(id, now());
    if (!(await store.settle(turn))) return false;
    this.#storedPosition = turn.state.position;
    if (this.#state?.version === state.version) this.#state = { ...turn.state, version: state.version + 1 };
    this.#isLagging ||= turn.lagging.length > 0;
    this.#tell(turn);
    return true;
  }

  #tell({ state, attempts, dead }: WebhookTurn): void {
    const { log } = this.#options;
    const { id } = this.subscription;
    for (const { interactionId, seq, reason } of dead)
      log.warn(webhookSentences.givenUp(id, eventIdOf({ interactionId, seq }), reason));
    const last = attempts.findLast(one => one.reason !== null);
    if (state.failures === 0) this.#trouble.well();
    else if (last) this.#trouble.fault(last.reason === 'status' ? `status:${last.status}` : last.reason);
    if (state.paused) log.error(webhookSentences.paused(id, state.paused));
  }

  /** `hasMore`: there may be something to do at once. */
  async #nextIn(hasMore: boolean): Promise<number | null> {
    const { store, now } = this.#options;
    if (this.#isStopped) return null;
    if (!this.#state) return 0;
    if (this.#state.paused !== null) return null;
    const next = this.#isLagging ? await store.nextDue(this.subscription.id) : null;
    this.#isLagging = next !== null;
    const isDown = this.#state.failures >= downAfter && next !== null;
    if (hasMore && !isDown) return 0;
    return next === null ? null : Math.min(longestWaitMs, Math.max(0, next - now()));
  }
}

/** All of them, so many at a time, in their order. */
async function together(
  runs: readonly Run[],
  deliver: (run: Run) => Promise<RunResult>,
): Promise<readonly RunResult[]> {
  const results: RunResult[] = [];
  const left = runs.entries();
  const one = async () => {
    for (const [index, run] of left) results[index] = await deliver(run);
  };
  await Promise.all(Array.from({ length: Math.min(mostTogether, runs.length) }, one));
  return results;
}
