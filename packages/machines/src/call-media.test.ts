import type { Interaction, ParticipantId } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallEvent } from './call-context.ts';
import { agentParticipantId, customerId } from './testing/ids.ts';
import { accept, propose, startCall, theirs } from './testing/start-call.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('media', () => {
  test('that does not come in time ends the call with a reason', async () => {
    const side = startCall();
    await accept(side);
    vi.advanceTimersByTime(19_999);
    expect(side.state()).toEqual({ active: 'connecting' });
    vi.advanceTimersByTime(1);
    expect(side.state()).toBe('idle');
    expect(side.context()).toMatchObject({ ending: 'failed', failure: { code: 'no-connection' } });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.end', reason: 'failed', callId: theirs });
  });

  test('that is there is not given up by the clock', async () => {
    const side = startCall();
    await accept(side);
    side.ports.media[0]?.report({ type: 'remote.connected' });
    vi.advanceTimersByTime(3_600_000);
    expect(side.state()).toEqual({ active: 'live' });
  });

  test('lost on the way ends the call with a reason; the next one starts clean', async () => {
    const side = startCall();
    await accept(side);
    side.ports.media[0]?.report({ type: 'remote.connected' });
    side.ports.media[0]?.report({ type: 'remote.lost', reason: 'left' });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.end', reason: 'left' });
    expect(side.context().failure?.code).toBe('connection-lost');
    await propose(side);
    expect(side.context()).toMatchObject({ failure: null, ending: null, remote: null, early: [] });
  });
});

describe('a page that was opened in mid-call', () => {
  const found = (state: 'proposed' | 'active', proposerId: ParticipantId): CallEvent => {
    const call: NonNullable<Interaction['call']> = { callId: theirs, state, proposerId, media: 'p2p', since: 1 };
    return { type: 'call.found', call };
  };

  test.each(['preparing', 'proposing'] as const)('ends its own of before, while it is %s another', async state => {
    const side = startCall();
    side.send({ type: 'start-video', picture: 'camera' });
    if (state === 'proposing') await side.ports.captures[0]?.give();
    side.send(found('proposed', customerId));
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.end', callId: theirs, reason: 'left' });
    const now = side.state();
    expect(typeof now === 'string' ? now : Object.keys(now)[0]).toBe(state);
  });

  test('is invited still', async () => {
    const side = startCall();
    side.send(found('proposed', agentParticipantId));
    expect(side.state()).toEqual({ invited: 'deciding' });
    side.send({ type: 'accept', picture: 'camera' });
    await side.ports.captures[0]?.give();
    expect(side.commands()).toMatchObject([{ type: 'call.accept', callId: theirs }]);
  });

  test.each([
    ['its own proposal', found('proposed', customerId)],
    ['the call it was in', found('active', agentParticipantId)],
  ] as const)('ends %s, whose media is gone', (_what, event) => {
    const side = startCall();
    side.send(event);
    expect(side.commands()).toMatchObject([{ type: 'call.end', callId: theirs, reason: 'left' }]);
    expect(side.state()).toBe('idle');
    expect(side.context().callId).toBeNull();
  });
});
