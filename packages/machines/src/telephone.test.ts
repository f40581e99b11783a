import { failure, type TelephoneWish, type TelephoneWishId, type Wish } from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import { refusalAtOnce } from './telephone.ts';
import { desk, startAtDesk } from './testing/start-agent.ts';

const wanted: TelephoneWish = {
  wishId: 'wish-1' as TelephoneWishId,
  state: 'not-ready',
  reason: { label: 'Video call' },
  onlyIf: 'free',
  expiresAt: 2000,
};

const attachWish: Wish = { type: 'telephone.attach', userId: '1001' };

describe('the agent’s telephone', () => {
  test('is attached at the desk, and anew after every break', () => {
    const { line, actor, telephones, state } = startAtDesk();
    telephones.say(attachWish);
    expect(line.asked()).toContainEqual(attachWish);
    line.tell({ type: 'line.lost' });
    expect(telephones.attached).toBe(0);
    line.tell({ type: 'line.opened' });
    const [resume] = line.asked().filter(({ type }) => type === 'agent.resume');
    line.answer(resume, desk());
    expect(state()).toBe('at-desk');
    expect(telephones.attached).toBe(1);
    actor.send({ type: 'sign-out' });
    line.answer(
      line.asked().find(({ type }) => type === 'agent.sign-out'),
      {},
    );
    expect(telephones.attached).toBe(0);
  });

  test('hears wishes and the answers to what it said; a refusal is shown', () => {
    const { line, telephones, context } = startAtDesk();
    telephones.say(attachWish);
    const [attach] = line.asked();
    line.tell({ type: 'telephone.wished', ...wanted });
    line.answer(attach, { now: 1000 });
    expect(telephones.heard.map(({ type }) => type)).toEqual(['telephone.wished', 'done.telephone.attach']);
    line.refuse(attach, failure('telephone-not-yours'));
    expect(context().failure?.code).toBe('telephone-not-yours');
  });
});

describe('a wish', () => {
  const free = { isReached: true, standing: () => 'free' as const };

  test('is tried before its time is over, while the telephone stands as it says', () => {
    expect(refusalAtOnce(wanted, free, 1999)).toBeNull();
    expect(refusalAtOnce(wanted, free, 2000)).toBe('too-late');
    expect(refusalAtOnce(wanted, { isReached: true, standing: () => 'ours' }, 1999)).toBe('not-as-expected');
    expect(refusalAtOnce(wanted, { isReached: true, standing: () => 'other' }, 1999)).toBe('not-as-expected');
    expect(refusalAtOnce(wanted, { ...free, isReached: false }, 1999)).toBe('not-as-expected');
  });
});
