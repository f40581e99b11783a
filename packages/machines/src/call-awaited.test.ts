import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agentParticipantId, customerId } from './testing/ids.ts';
import { declined, ours, proposed, startCall, theirs } from './testing/start-call.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const waiting = { kinds: [], obstacle: 'not-served', awaited: 'two-way' } as const;
const served = { kinds: ['two-way' as const], obstacle: null, awaited: 'two-way' as const };

describe('the call for which a customer came', () => {
  test('begins by itself when somebody is there, with what was looked at; until then no device is open', () => {
    const side = startCall();
    side.allow({ ...waiting, kinds: [] });
    side.send({ type: 'get-ready', picture: 'camera', wishes: { camera: false } });
    expect(side.state()).toBe('idle');
    expect(side.ports.devices.captures).toEqual([]);
    side.allow(served);
    expect(side.ports.devices.last.request.sources).toEqual(['microphone']);
    side.ports.devices.last.give();
    expect(side.commands()).toMatchObject([{ type: 'call.propose', callId: ours, kind: 'two-way' }]);
  });

  test('waits for the customer, who has not looked yet', () => {
    const side = startCall();
    side.allow(served);
    expect(side.state()).toBe('idle');
    side.send({ type: 'get-ready', picture: 'camera' });
    expect(side.state()).toBe('preparing');
  });

  test('begins once: not again after it was declined, taken back or refused by the browser', () => {
    const declinedOnce = startCall();
    declinedOnce.send({ type: 'get-ready', picture: 'camera' });
    declinedOnce.allow(served);
    declinedOnce.ports.devices.last.give();
    declinedOnce.log(proposed(customerId, ours), declined(ours));
    expect(declinedOnce.state()).toBe('idle');

    const takenBack = startCall();
    takenBack.send({ type: 'get-ready', picture: 'camera' });
    takenBack.allow(served);
    takenBack.send({ type: 'hang-up' });
    takenBack.allow(served);
    expect(takenBack.state()).toBe('idle');

    const refused = startCall();
    refused.send({ type: 'get-ready', picture: 'camera' });
    refused.allow(served);
    refused.ports.devices.last.refuse('denied');
    expect(refused.state()).toBe('idle');
    expect(refused.context().failure).toMatchObject({ code: 'denied' });
    refused.allow(served);
    expect(refused.state()).toBe('idle');
    expect(refused.ports.devices.runningSources).toEqual([]);
  });

  test('not in a page that comes after it was had', () => {
    const side = startCall('customer', [proposed(customerId, theirs), declined(theirs)]);
    side.send({ type: 'get-ready', picture: 'camera' });
    side.allow(served);
    expect(side.state()).toBe('idle');
  });

  test('not while the server cannot be asked; when it can, it does', () => {
    const side = startCall();
    side.setOnline(false);
    side.send({ type: 'get-ready', picture: 'camera' });
    side.allow(served);
    expect(side.state()).toBe('idle');
    side.setOnline(true);
    expect(side.state()).toBe('preparing');
  });

  test('the agent was first: the customer who is ready is not asked once more', () => {
    const side = startCall();
    side.allow({ ...waiting, kinds: [] });
    side.send({ type: 'get-ready', picture: 'camera' });
    side.log(proposed(agentParticipantId, theirs));
    side.ports.devices.last.give();
    expect(side.commands()).toMatchObject([{ type: 'call.accept', callId: theirs }]);
  });
});

describe('the agent who accepted the offer', () => {
  test('is in the call without another press', () => {
    const side = startCall('agent');
    side.allow({ awaited: 'one-way' });
    side.log(proposed(customerId, theirs, { kind: 'one-way' }));
    expect(side.ports.devices.last.request.sources).toEqual(['microphone']);
    side.ports.devices.last.give();
    expect(side.commands()).toMatchObject([{ type: 'call.accept', callId: theirs, kind: 'one-way' }]);
  });

  test('is asked where the camera cannot be opened, and where the site wants it so', () => {
    const refused = startCall('agent');
    refused.allow({ awaited: 'two-way' });
    refused.log(proposed(customerId, theirs));
    refused.ports.devices.last.refuse('denied');
    expect(refused.state()).toEqual({ invited: 'deciding' });
    const pressing = startCall('agent');
    pressing.log(proposed(customerId, theirs));
    expect(pressing.state()).toEqual({ invited: 'deciding' });
  });
});
