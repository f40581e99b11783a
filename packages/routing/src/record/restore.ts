import { unfiled } from '../pool/agent-session.ts';
import { laneKey } from '../pool/lane.ts';
import { profileOf } from '../pool/profile.ts';
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
  state.externalTasksMade = snapshot.externalTasksMade ?? 0;
  state.tasksRequested = snapshot.tasksRequested;
  for (const record of snapshot.voices) {
    state.voices.set(record.agentId, { ...record });
    timers.move('voice', record.agentId, null, record.wakesAt);
  }
  for (const record of snapshot.agents) {
    const { agentId, graceEndsAt } = record;
    state.agentSessions.set(agentId, {
      agent: { ...record },
      profile: profileOf(state, agentId),
      memberships: [],
      filed: unfiled,
    });
    timers.move('agent', agentId, null, graceEndsAt);
  }
  for (const record of snapshot.tasks) {
    // Before there were external tasks, no task had one.
    state.tasks.set(record.taskId, { ...record, externalTask: record.externalTask ?? null });
    if (record.consult) state.consults.set(record.consult.about, record.taskId);
    timers.move('task', record.taskId, null, record.wakesAt);
  }
  for (const record of snapshot.externalTasks ?? []) state.externalTasks.set(record.number, { ...record });
  for (const record of snapshot.offers) {
    state.offers.set(record.offerId, { ...record });
    timers.move('offer', record.offerId, null, record.expiresAt);
  }
  const lanes = snapshot.lanes.map(lane => ({ ...lane, statistics: { ...lane.statistics } }));
  for (const { queueId, domain, wakesAt } of lanes) timers.move('lane', laneKey(queueId, domain), null, wakesAt);
  rebuild(state, lanes);
  return state;
}
