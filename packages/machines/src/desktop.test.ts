import { type DesktopWish, type DesktopWishId, failure, type VoiceWish, type Wish } from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import { isVoiceAsExpected, refusalAtOnce } from './desktop.ts';
import { desk, startAtDesk } from './testing/start-agent.ts';

const wanted: DesktopWish & VoiceWish = {
  of: 'voice',
  wishId: 'wish-1' as DesktopWishId,
  state: 'not-ready',
  reason: { label: 'Video call' },
  onlyIf: 'free',
  expiresAt: 2000,
};

const attachWish: Wish = { type: 'desktop.attach', userId: '1001' };

describe('the agent’s other desktop', () => {
  test('is attached at the desk, and anew after every break', () => {
    const { line, actor, desktops, state } = startAtDesk();
    desktops.say(attachWish);
    expect(line.asked()).toContainEqual(attachWish);
    line.tell({ type: 'line.lost' });
    expect(desktops.attached).toBe(0);
    line.tell({ type: 'line.opened' });
    const [resume] = line.asked().filter(({ type }) => type === 'agent.resume');
    line.answer(resume, desk());
    expect(state()).toBe('at-desk');
    expect(desktops.attached).toBe(1);
    actor.send({ type: 'sign-out' });
    line.answer(
      line.asked().find(({ type }) => type === 'agent.sign-out'),
      {},
    );
    expect(desktops.attached).toBe(0);
  });

  test('hears wishes and the answers to what it said; a refusal is shown', () => {
    const { line, desktops, context } = startAtDesk();
    desktops.say(attachWish);
    const [attach] = line.asked();
    line.tell({ type: 'desktop.wished', ...wanted });
    line.answer(attach, { now: 1000 });
    expect(desktops.heard.map(({ type }) => type)).toEqual(['desktop.wished', 'done.desktop.attach']);
    line.refuse(attach, failure('telephone-not-yours'));
    expect(context().failure?.code).toBe('telephone-not-yours');
  });
});

describe('a wish', () => {
  test('is tried before its time is over, while all is as it says', () => {
    expect(refusalAtOnce(wanted, true, 1999)).toBeNull();
    expect(refusalAtOnce(wanted, true, 2000)).toBe('too-late');
    expect(refusalAtOnce(wanted, false, 1999)).toBe('not-as-expected');
  });

  test('for voice looks at how the telephone stands', () => {
    const stands = (standing: 'free' | 'ours' | 'other', isReached = true) =>
      isVoiceAsExpected(wanted, { isReached, standing: () => standing });
    expect(stands('free')).toBe(true);
    expect(stands('ours')).toBe(false);
    expect(stands('other')).toBe(false);
    expect(stands('free', false)).toBe(false);
  });
});
