import { failure, type InteractionId, type ParticipantId, type WireEvent } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agentSeat, commandId, customerId, entryPointId, interactionId, taskId } from './testing/ids.ts';
import { seat, startCustomer, startTalking, types } from './testing/start-customer.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('arriving', () => {
  test('asks what the entry point offers, once the line is there', () => {
    const { line, centre, state, context } = startCustomer();
    expect(line.asked()).toEqual([]);
    line.tell({ type: 'line.opened' });
    const asked = line.asked();
    expect(asked).toEqual([{ type: 'entry-point.get', entryPointId }]);
    line.answer(asked[0], centre.arrival);
    expect(state()).toBe('filling-form');
    expect(context().entryPoint).toEqual(centre.entryPoint);
  });

  test('at an entry point that is none: the server says why, for good', () => {
    const { line, state, context } = startCustomer();
    line.tell({ type: 'line.opened' });
    line.refuse(line.asked()[0], failure('unknown-entry-point'));
    expect(state()).toBe('unavailable');
    expect(context().failure?.code).toBe('unknown-entry-point');
  });

  test.each(['refused for now', 'unanswered'] as const)('asks again when it is %s, also after a break', how => {
    const { line, centre, state } = startCustomer();
    line.tell({ type: 'line.opened' });
    const [wish] = line.asked();
    if (how === 'refused for now') line.refuse(wish, failure('server-busy'));
    else if (wish) line.tell({ type: 'lost', wish });
    expect(state()).toBe('looking');
    line.tell({ type: 'line.lost' });
    vi.advanceTimersByTime(10_000);
    expect(line.asked()).toEqual([]);
    line.tell({ type: 'line.opened' });
    expect(types(line.asked())).toEqual(['entry-point.get']);
    vi.advanceTimersByTime(3000);
    const again = line.asked();
    expect(types(again)).toEqual(['entry-point.get']);
    line.answer(again[0], centre.arrival);
    expect(state()).toBe('filling-form');
  });

  test('with a page that is too old: the server says so', () => {
    const { line, state, context } = startCustomer();
    line.tell({ type: 'line.refused', error: failure('version-mismatch') });
    expect(state()).toBe('unavailable');
    expect(context().failure?.code).toBe('version-mismatch');
  });

  test('with a server that lets nobody in yet: the page knows why, until it is connected', () => {
    const { line, state, context } = startCustomer();
    line.tell({ type: 'line.waiting', error: failure('starting') });
    expect(state()).toBe('looking');
    expect(context().obstacle?.code).toBe('starting');
    // The network fails now: what was said before holds no longer.
    line.tell({ type: 'line.waiting', error: null });
    expect(context().obstacle).toBeNull();
    line.tell({ type: 'line.waiting', error: failure('too-many-connections') });
    line.tell({ type: 'line.opened' });
    line.tell({ type: 'line.lost' });
    expect(context().obstacle).toBeNull();
  });

  test('leaves nothing in the storage before the form is sent', () => {
    const { line, centre, stored } = startCustomer();
    line.tell({ type: 'line.opened' });
    line.answer(line.asked()[0], centre.arrival);
    expect(stored).toEqual([]);
  });
});

describe('opening', () => {
  function startFilling() {
    const side = startCustomer();
    side.line.tell({ type: 'line.opened' });
    side.line.answer(side.line.asked()[0], side.centre.arrival);
    return side;
  }

  test('sends the form, keeps the token, and is in the conversation', () => {
    const { actor, line, centre, stored, state, context } = startFilling();
    actor.send({ type: 'submit', form: { name: 'Ada' } });
    const [wish] = line.asked();
    expect(wish).toMatchObject({ type: 'interaction.open', entryPointId, form: { name: 'Ada' } });
    line.answer(wish, seat(centre));
    expect(state()).toEqual({ serving: 'waiting' });
    expect(stored).toEqual(['token-1']);
    expect(context()).toMatchObject({ interactionId, participantId: customerId, opening: null });
    expect(types(line.asked())).toEqual(['interaction.catch-up']);
  });

  test('sends the very same again when the line broke or nobody answered', () => {
    const { actor, line } = startFilling();
    actor.send({ type: 'submit', form: {} });
    const [wish] = line.asked();
    line.tell({ type: 'line.lost' });
    if (wish) line.tell({ type: 'lost', wish });
    vi.advanceTimersByTime(10_000);
    expect(line.asked()).toEqual([]);
    line.tell({ type: 'line.opened' });
    expect(line.asked()).toEqual([wish]);
    vi.advanceTimersByTime(3000);
    expect(line.asked()).toEqual([wish]);
    line.refuse(wish, failure('store-unavailable'));
    vi.advanceTimersByTime(3000);
    expect(line.asked()).toEqual([wish]);
  });

  test('refused: back to the form, which is still filled in; sent again it is another wish', () => {
    const { actor, line, state, context } = startFilling();
    actor.send({ type: 'submit', form: { name: '' } });
    const [wish] = line.asked();
    line.refuse(wish, failure('invalid-form'));
    expect(state()).toBe('filling-form');
    expect(context()).toMatchObject({ form: { name: '' }, failure: { code: 'invalid-form' } });
    actor.send({ type: 'submit', form: { name: 'Ada' } });
    const [again] = line.asked();
    expect(again).not.toMatchObject({ commandId: wish && 'commandId' in wish ? wish.commandId : '' });
  });
});

describe('coming back', () => {
  test('after a reload: takes the seat again and asks for the whole log', () => {
    const { line, centre, state } = startCustomer('token-1');
    expect(line.asked()).toEqual([]);
    line.tell({ type: 'line.opened' });
    const [wish] = line.asked();
    expect(wish).toEqual({ type: 'customer.resume', token: 'token-1' });
    line.answer(wish, seat(centre));
    expect(state()).toEqual({ serving: 'waiting' });
    expect(line.asked()).toMatchObject([{ type: 'interaction.catch-up', afterSeq: 0 }]);
  });

  test('with a token that is no longer good: starts afresh, says why, and forgets it', () => {
    const { line, stored, state, context, centre } = startCustomer('old');
    line.tell({ type: 'line.opened' });
    line.refuse(line.asked()[0], failure('token-expired'));
    expect(state()).toBe('looking');
    expect(stored).toEqual([null]);
    const [asked] = line.asked();
    expect(asked?.type).toBe('entry-point.get');
    line.answer(asked, centre.arrival);
    expect(state()).toBe('filling-form');
    expect(context().failure?.code).toBe('token-expired');
  });

  test('while the server is busy: keeps its token and asks again', () => {
    const { line, stored, state } = startCustomer('token-1');
    line.tell({ type: 'line.opened' });
    line.refuse(line.asked()[0], failure('server-busy'));
    expect(state()).toBe('returning');
    expect(stored).toEqual([]);
    vi.advanceTimersByTime(3000);
    expect(types(line.asked())).toEqual(['customer.resume']);
  });

  test('after a break: first the seat, then what the conversation missed', () => {
    const { line, centre, conversation, state } = startTalking();
    expect(state()).toEqual({ serving: 'talking' });
    const before = conversation();
    line.tell({ type: 'line.lost' });
    conversation()?.send({ type: 'send', text: 'still there?' });
    line.tell({ type: 'line.opened' });
    const [resume, ...more] = line.asked();
    expect(resume?.type).toBe('customer.resume');
    expect(more).toEqual([]);
    line.answer(resume, seat(centre));
    const [catchUp] = line.asked();
    expect(catchUp).toMatchObject({ type: 'interaction.catch-up', afterSeq: 3 });
    line.answer(catchUp, { facts: [], entryPoint: centre.entryPoint, position: null, wait: null, ladder: null });
    expect(line.asked()).toMatchObject([{ type: 'message.send', text: 'still there?' }]);
    expect(conversation()).toBe(before);
  });

  test.each(['refused for now', 'unanswered'] as const)('after a break, %s: asks again, and not in a loop', how => {
    const { line, centre, state } = startTalking();
    line.tell({ type: 'line.lost' });
    line.tell({ type: 'line.opened' });
    const [resume] = line.asked();
    if (how === 'refused for now') line.refuse(resume, failure('server-busy'));
    else if (resume) line.tell({ type: 'lost', wish: resume });
    expect(line.asked()).toEqual([]);
    vi.advanceTimersByTime(3000);
    const [again] = line.asked();
    expect(again).toEqual(resume);
    line.answer(again, seat(centre));
    expect(types(line.asked())).toEqual(['interaction.catch-up']);
    expect(state()).toEqual({ serving: 'talking' });
  });

  test('after a break, and the seat is gone: the conversation is over and says why', () => {
    const { line, stored, state, context } = startTalking();
    line.tell({ type: 'line.lost' });
    line.tell({ type: 'line.opened' });
    line.refuse(line.asked()[0], failure('token-expired'));
    expect(state()).toEqual({ serving: 'ended' });
    expect(context().failure?.code).toBe('token-expired');
    expect(stored).toEqual(['token-1', null]);
  });
});

describe('serving', () => {
  test('carries what people and the server say, both ways', () => {
    const { line, centre, conversation, state } = startTalking();
    conversation()?.send({ type: 'send', text: 'Hello' });
    const [wish] = line.asked();
    expect(wish).toMatchObject({ type: 'message.send', text: 'Hello' });
    if (wish) line.answer(wish, { seq: 4, at: 4 });
    centre.append({
      type: 'message.sent',
      participantId: customerId,
      messageId: commandId('c-command-2'),
      text: 'Hello',
    });
    centre.append({ type: 'interaction.closed', participantId: agentSeat, disposition: 'handled' });
    for (const { to, event } of centre.takeTold()) if (to === customerId) line.tell(event);
    expect(conversation()?.getSnapshot().context.interaction.messages).toHaveLength(1);
    expect(state()).toEqual({ serving: 'ended' });
  });

  test('handed over: waits again, keeps what was said, and talks to the next', () => {
    const { line, centre, conversation, state } = startTalking();
    const tell = () => {
      for (const { to, event } of centre.takeTold()) if (to === customerId) line.tell(event);
    };
    const said = { type: 'message.sent', participantId: agentSeat, messageId: commandId('a'), text: 'Hello' } as const;
    centre.append(said);
    centre.append({ type: 'task.transferred', participantId: agentSeat, taskId, to: 'Ben' });
    centre.append({ type: 'participant.left', participantId: agentSeat });
    tell();
    expect(state()).toEqual({ serving: 'waiting' });
    const ben = 'agent-2' as ParticipantId;
    centre.append({ type: 'participant.joined', participantId: ben, role: 'agent', name: 'Ben' });
    tell();
    expect(state()).toEqual({ serving: 'talking' });
    expect(
      conversation()
        ?.getSnapshot()
        .context.interaction.messages.map(({ text }) => text),
    ).toEqual(['Hello']);
  });

  test('passes over what belongs to an earlier interaction', () => {
    const { line, conversation } = startTalking();
    const stray: WireEvent = {
      type: 'message.sent',
      interactionId: 'earlier' as InteractionId,
      seq: 4,
      at: 4,
      participantId: agentSeat,
      messageId: commandId('stray'),
      text: 'stray',
    };
    line.tell(stray);
    expect(conversation()?.getSnapshot().context.interaction.messages).toEqual([]);
  });

  test('left for another start: nothing of it stays, the camera least of all', async () => {
    const { actor, line, holes, stored, conversation, state, context } = startTalking();
    conversation()?.getSnapshot().children.call?.send({ type: 'start-video', picture: 'camera' });
    await holes.captures[0]?.give();
    expect(holes.running.size).toBe(1);
    line.asked();
    actor.send({ type: 'start-over' });
    expect(state()).toBe('looking');
    expect(holes.running.size).toBe(0);
    expect(stored.at(-1)).toBeNull();
    expect(context()).toMatchObject({ token: null, interactionId: null, form: { name: 'Ada' } });
    expect(types(line.asked())).toEqual(['entry-point.get']);
  });

  test('stopped: the line is closed', () => {
    const { actor, line } = startTalking();
    actor.stop();
    expect(line.isClosed).toBe(true);
  });
});
