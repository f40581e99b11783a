import type { RoutingInput } from '../input.ts';
import type { RoutingState } from '../record/state.ts';

/**
 * What becomes of a consult alone: the task that it is about, and the hands of who asks, must be as before. Undefined for
 * an input that is about something else too.
 */
export function untouchedBy(
  state: RoutingState,
  input: RoutingInput,
): { check(after: RoutingState): void } | undefined {
  const taskId = consultOf(state, input);
  const consult = taskId && state.tasks.get(taskId as never)?.consult;
  if (!consult || (state.timers.first()?.at ?? Number.POSITIVE_INFINITY) <= state.now + dueMs) return undefined;
  const look = ({ tasks, agentSessions }: RoutingState) =>
    JSON.stringify([tasks.get(consult.about), agentSessions.get(consult.askerId)?.agent.inHand]);
  const before = look(state);
  return {
    check(after) {
      if (look(after) !== before) throw new Error(`${JSON.stringify(input)} has changed what ${taskId} is about`);
    },
  };
}

/** Deadlines so near may be settled together with the input. */
const dueMs = 10_000;

function consultOf({ offers, consults }: RoutingState, input: RoutingInput): string | undefined {
  if (input.type === 'consult.asked' || input.type === 'consult.completed') return undefined;
  if ('offerId' in input) return offers.get(input.offerId)?.taskId;
  if (!('taskId' in input)) return undefined;
  return [...consults.values()].find(taskId => taskId === input.taskId);
}
