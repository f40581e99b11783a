import { DesktopError } from '@eyeline/machines';
import { describe, expect, test } from 'vitest';
import { FakeFinesse } from '../testing/fake-finesse.ts';
import { createFinesseDesktop } from './finesse-desktop.ts';

const reason = { label: 'video  Call' };
const videoCall = { id: '3', code: '800', label: 'Video call' };
const lunch = { id: '1', code: '12', label: 'Lunch' };
const bySupervisor = { id: '103', code: '33', label: 'Supervisor Initiated' };

function start(timeoutMs = 5000) {
  const finesse = new FakeFinesse();
  const desktop = createFinesseDesktop({ finesse: finesse.js, timeoutMs });
  finesse.connect();
  return { finesse, desktop };
}

/** The change once Finesse was asked for it, and how it went. */
async function change(
  { finesse, desktop }: ReturnType<typeof start>,
  state: 'ready' | 'not-ready' = 'not-ready',
  named: { label: string } | { code: number } = reason,
) {
  const before = finesse.asked.length;
  const outcome = desktop
    .findReason(named)
    .then(() => desktop.change({ state, reason: named }))
    .then(
      () => 'done',
      (error: unknown) => (error instanceof DesktopError ? error.refusal : error),
    );
  await expect.poll(() => finesse.asked.length > before || Promise.race([outcome, false])).toBeTruthy();
  return { outcome, asked: finesse.asked.at(-1) };
}

const isSettled = (outcome: Promise<unknown>) => Promise.race([outcome.then(() => true), Promise.resolve(false)]);

describe('a change', () => {
  test('is done when it is notified, not when Finesse says 202', async () => {
    const side = start();
    const { outcome, asked } = await change(side);
    expect(asked).toMatchObject({ state: 'NOT_READY', reason: { id: '3' } });
    asked?.handlers.success({ status: 202 });
    expect(await isSettled(outcome)).toBe(false);
    side.finesse.notify('NOT_READY', videoCall);
    expect(await outcome).toBe('done');
    const back = await change(side, 'ready');
    expect(back.asked).toMatchObject({ state: 'READY', reason: null });
    side.finesse.notify('READY');
    expect(await back.outcome).toBe('done');
  });

  test.each([
    ['265', 'CF_INVALID_AGENT_WORKMODE', 'pending-not-allowed'],
    ['33', 'CF_RESOURCE_BUSY', 'on-manual-call'],
    ['22', 'CF_INVALID_OBJECT_STATE', 'invalid-state'],
    ['7', 'SOMETHING', 'failed'],
  ])('is refused by an error after the 202 (%s)', async (ErrorData, ErrorMessage, refusal) => {
    const { outcome, asked } = await change(start());
    asked?.handlers.success({ status: 202 });
    asked?.handlers.error({
      status: 400,
      object: { ApiErrors: { ApiError: { ErrorType: 'Other', ErrorMessage, ErrorData } } },
    });
    expect(await outcome).toBe(refusal);
  });

  test.each([undefined, {}, { status: 500, object: {} }, { object: { ApiErrors: 'broken' } }])(
    'is refused by an answer that says nothing (%j)',
    async answer => {
      const { outcome, asked } = await change(start());
      asked?.handlers.error(answer);
      expect(await outcome).toBe('failed');
    },
  );

  test('without its notification is told as not confirmed', async () => {
    const { outcome, asked } = await change(start(30));
    asked?.handlers.success({ status: 202 });
    expect(await outcome).toBe('not-confirmed');
  });

  test('loses against a call, and is no more than pending in one', async () => {
    const side = start();
    const { outcome } = await change(side);
    side.finesse.notify('READY', undefined, 'NOT_READY');
    expect(await isSettled(outcome)).toBe(false);
    side.finesse.notify('RESERVED');
    expect(await outcome).toBe('not-as-expected');
  });

  test('with a reason that is not there, twice there, or with no reasons at all is not asked for', async () => {
    const side = start();
    expect(await (await change(side, 'not-ready', { label: 'Supervisor Initiated' })).outcome).toBe('unknown-reason');
    side.finesse.reasons = undefined;
    expect(await (await change(side)).outcome).toBe('unknown-reason');
    side.finesse.reasons = [videoCall, { ...videoCall, id: '4' }];
    expect(await (await change(side)).outcome).toBe('unknown-reason');
    expect(side.finesse.asked).toEqual([]);
  });
});

describe('the phone stands', () => {
  test('free when ready and on no call', () => {
    const { finesse, desktop } = start();
    expect(desktop.standing(reason)).toBe('free');
    finesse.media = 'BUSY';
    expect(desktop.standing(reason)).toBe('other');
    finesse.media = undefined;
    finesse.notify('READY', undefined, 'NOT_READY');
    expect(desktop.standing(reason)).toBe('other');
    finesse.notify('RESERVED');
    expect(desktop.standing(reason)).toBe('other');
  });

  test.each([
    ['by our reason', videoCall, 'held'],
    ['by the supervisor’s account', bySupervisor, 'held'],
    ['without a reason', { id: '-1', code: '', label: '' }, 'held'],
    ['by the agent’s own choice', lunch, 'other'],
  ] as const)('not ready %s', async (_, shown, expected) => {
    const { finesse, desktop } = start();
    await desktop.findReason(reason);
    finesse.notify('NOT_READY', shown);
    expect(desktop.standing(reason)).toBe(expected);
    expect(desktop.standing({ code: 800 })).toBe(expected);
  });

  test('and is reached only while the desktop is connected', () => {
    const { finesse, desktop } = start();
    const received: boolean[] = [];
    const stop = desktop.follow(() => received.push(desktop.isReached));
    finesse.disconnect();
    finesse.connect();
    stop();
    finesse.disconnect();
    expect(received).toEqual([false, false, true]);
    expect(desktop.isReached).toBe(false);
  });
});
