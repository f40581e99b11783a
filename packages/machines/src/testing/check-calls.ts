import { deepEqual, equal } from 'node:assert/strict';
import { allSources, type Call, kindAllows, legOf, receives, sends } from '@eyeline/protocol';
import { sourcesNow, wantedSources } from '../call-state.ts';
import type { CallWorld } from './call-world.ts';
import type { FakeConnection } from './fake-connection.ts';

const stateOf = (page: FakeConnection): string => {
  const value = page.call?.getSnapshot().value ?? 'idle';
  return typeof value === 'string' ? value : (Object.keys(value)[0] ?? '');
};

const isOpen = (page: FakeConnection): boolean => page.ports.media.some(({ isClosed }) => !isClosed);

/** What holds in every moment: nothing is open without a call, and never what its kind has no place for. */
export function checkMoment(world: CallWorld): void {
  for (const page of world.pages) {
    const running = [...page.ports.devices.running.values()];
    const open = page.ports.media.filter(({ isClosed }) => !isClosed).length;
    const state = stateOf(page);
    const context = page.call?.getSnapshot().context;
    const { call, callId, kind = 'two-way', role = 'customer', wantedKind = null } = context ?? {};
    const possible = ['idle', 'returning'].includes(state)
      ? []
      : [call && call.callId === callId ? call.kind : kind, wantedKind ?? kind].flatMap(one => kindAllows(one, role));
    if (running.some(source => !possible.includes(source))) deepEqual(running, possible, state);
    equal(open, state === 'active' ? 1 : 0, state);
  }
}

/** In which states the pages of one participant are to be, sorted. */
function expectedStates(
  call: Call | null,
  { participantId }: FakeConnection,
  pages: number,
  isAgent: boolean,
): string[] {
  const others = Array.from({ length: pages - 1 }, () => 'elsewhere');
  const all = (state: string) => Array.from({ length: pages }, () => state);
  if (!call) return all('idle');
  if (legOf(call, participantId)) return [call.state === 'active' ? 'active' : 'proposing', ...others].sort();
  return all(call.state === 'proposed' || isAgent ? 'invited' : 'idle');
}

/** After all is calm: everybody is where the log says, with exactly what it says. */
export function checkCalm(world: CallWorld): void {
  const { interaction } = world.centre;
  const { call } = interaction;
  for (const page of world.pages) {
    const hasLeft = world.hasLeft(page.participantId);
    if (!hasLeft) deepEqual(page.context.interaction, interaction);
    deepEqual(
      page.context.outbox.filter(entry => !entry.failure),
      [],
    );
    equal(page.conversation.getSnapshot().matches({ connection: 'live' }), true);
    const together = world.pagesOf(page.participantId);
    const isAgent = interaction.participants.some(
      one => one.participantId === page.participantId && one.role === 'agent',
    );
    deepEqual(together.map(stateOf).sort(), expectedStates(hasLeft ? null : call, page, together.length, isAgent));
    checkDevices(page, hasLeft ? null : call);
  }
  if (call?.state === 'active' && call.legs.length > 1)
    equal(world.pages.filter(page => isOpen(page) && page.ports.desired?.initiator).length, 1);
}

function checkDevices(page: FakeConnection, call: Call | null): void {
  const { participantId, ports } = page;
  const running = ports.devices.runningSources;
  const state = stateOf(page);
  if (state !== 'active' && state !== 'proposing') {
    deepEqual(running, []);
    equal(isOpen(page), false);
    return;
  }
  const context = page.call?.getSnapshot().context;
  if (!context || !call) throw new Error('no call');
  const wanted = wantedSources(context).filter(source => !context.failures[source]);
  deepEqual(running, [...wanted].sort());
  if (state !== 'active') return;
  const shown = sourcesNow(context);
  deepEqual(legOf(call, participantId)?.sources, shown);
  const isAlone = call.legs.length < 2;
  deepEqual(page.call?.getSnapshot().value, { active: isAlone ? 'alone' : 'live' });
  if (isAlone) {
    equal(ports.desired, null);
    return;
  }
  const { desired } = ports;
  deepEqual([desired?.epoch, desired?.path], [call.epoch, call.media]);
  const sent = allSources.filter(source => desired?.send[source]);
  deepEqual(
    sent,
    sends(call, participantId).filter(source => context.tracks[source]),
  );
  for (const source of sent) equal(ports.devices.running.get(desired?.send[source] ?? { id: '' }), source);
  const others = call.legs.filter(leg => leg.participantId !== participantId);
  deepEqual(
    desired?.receive,
    others.map(leg => ({
      participantId: leg.participantId,
      sources: receives(call, participantId, leg.participantId),
    })),
  );
  for (const { callId } of ports.openMedia.received) equal(callId, call.callId);
}
