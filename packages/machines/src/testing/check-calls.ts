import { allSources, type Call, kindAllows, legOf, receives, sends, type Source } from '@eyeline/protocol';
import { expect } from 'vitest';
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
    const { runningSources } = page.ports.devices;
    if (!page.call || ['idle', 'returning'].includes(stateOf(page))) {
      expect(runningSources).toEqual([]);
      continue;
    }
    const { call, callId, kind, role } = page.call.getSnapshot().context;
    const allowed: readonly Source[] = kindAllows(call?.callId === callId ? call.kind : kind, role);
    // Until the log says so, it is as it was asked for.
    if (stateOf(page) === 'active') expect(runningSources.filter(source => !allowed.includes(source))).toEqual([]);
    expect(page.ports.media.filter(({ isClosed }) => !isClosed).length).toBe(stateOf(page) === 'active' ? 1 : 0);
  }
}

/** In which states the pages of one participant are to be, sorted. */
function expectedStates(call: Call | null, { participantId }: FakeConnection, pages: number, isAgent: boolean): string[] {
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
    if (!hasLeft) expect(page.context.interaction).toEqual(interaction);
    expect(page.context.outbox.filter(entry => !entry.failure)).toEqual([]);
    expect(page.conversation.getSnapshot().matches({ connection: 'live' })).toBe(true);
    const together = world.pagesOf(page.participantId);
    const isAgent = interaction.participants.some(
      one => one.participantId === page.participantId && one.role === 'agent',
    );
    expect(together.map(stateOf).sort()).toEqual(expectedStates(hasLeft ? null : call, page, together.length, isAgent));
    checkDevices(page, hasLeft ? null : call);
  }
  if (call?.state === 'active' && call.legs.length > 1)
    expect(world.pages.filter(page => isOpen(page) && page.ports.desired?.initiator)).toHaveLength(1);
}

function checkDevices(page: FakeConnection, call: Call | null): void {
  const { participantId, ports } = page;
  const running = ports.devices.runningSources;
  const state = stateOf(page);
  if (state !== 'active' && state !== 'proposing') {
    expect(running).toEqual([]);
    expect(isOpen(page)).toBe(false);
    return;
  }
  const context = page.call?.getSnapshot().context;
  if (!context || !call) throw new Error('no call');
  const wanted = wantedSources(context).filter(source => !context.failures[source]);
  expect(running).toEqual([...wanted].sort());
  if (state !== 'active') return;
  const shown = sourcesNow(context);
  expect(legOf(call, participantId)?.sources).toEqual(shown);
  const isAlone = call.legs.length < 2;
  expect(page.call?.getSnapshot().value).toEqual({ active: isAlone ? 'alone' : 'live' });
  if (isAlone) {
    expect(ports.desired).toBeNull();
    return;
  }
  const { desired } = ports;
  expect(desired).toMatchObject({ epoch: call.epoch, path: call.media });
  const sent = allSources.filter(source => desired?.send[source]);
  expect(sent).toEqual(sends(call, participantId).filter(source => context.tracks[source]));
  for (const source of sent) expect(ports.devices.running.get(desired?.send[source] ?? { id: '' })).toBe(source);
  const others = call.legs.filter(leg => leg.participantId !== participantId);
  expect(desired?.receive).toEqual(
    others.map(leg => ({
      participantId: leg.participantId,
      sources: receives(call, participantId, leg.participantId),
    })),
  );
  for (const { callId } of ports.openMedia.received) expect(callId).toBe(call.callId);
}
