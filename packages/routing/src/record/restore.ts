import { lineKey } from '../pool/line.ts';
import { profileOf } from '../pool/profile.ts';
import { unfiled } from '../pool/seat.ts';
import { rebuild } from './rebuild.ts';
import { type RoutingSnapshot, snapshotVersion } from './snapshot.ts';
import { emptyRouting, type RoutingState } from './state.ts';

/**
 * A state that decides from now on exactly as the one that the snapshot was taken of.
 * @throws when the snapshot is of another version
 */
export function restore(snapshot: RoutingSnapshot): RoutingState {
  if (snapshot.version !== snapshotVersion)
    throw new Error(`A routing snapshot of version ${snapshotVersion} was expected, not ${snapshot.version}.`);
  const state = emptyRouting(snapshot.configuration);
  const { timers } = state;
  state.now = snapshot.now;
  state.retired = { ...snapshot.retired };
  state.offersMade = snapshot.offersMade;
  state.errandsMade = snapshot.errandsMade ?? 0;
  state.tasksRequested = snapshot.tasksRequested;
  for (const record of snapshot.voices) {
    state.voices.set(record.agentId, { ...record });
    timers.move('voice', record.agentId, null, record.wakesAt);
  }
  for (const record of snapshot.agents) {
    const { agentId, graceEndsAt } = record;
    state.seats.set(agentId, {
      agent: { ...record },
      profile: profileOf(state, agentId),
      memberships: [],
      filed: unfiled,
    });
    timers.move('agent', agentId, null, graceEndsAt);
  }
  for (const record of snapshot.tasks) {
    // Before there were errands, no task had one.
    state.tasks.set(record.taskId, { ...record, errand: record.errand ?? null });
    if (record.consult) state.consults.set(record.consult.about, record.taskId);
    timers.move('task', record.taskId, null, record.wakesAt);
  }
  for (const record of snapshot.errands ?? []) state.errands.set(record.number, { ...record });
  for (const record of snapshot.offers) {
    state.offers.set(record.offerId, { ...record });
    timers.move('offer', record.offerId, null, record.expiresAt);
  }
  const lines = snapshot.lines.map(line => ({ ...line, statistics: { ...line.statistics } }));
  for (const { queueId, domain, wakesAt } of lines) timers.move('line', lineKey(queueId, domain), null, wakesAt);
  rebuild(state, lines);
  return state;
}
