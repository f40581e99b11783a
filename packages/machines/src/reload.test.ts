import { failure } from '@eyeline/protocol';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeCentre } from './testing/fake-centre.ts';
import { FakeLine } from './testing/fake-line.ts';
import { FakeOutboxes } from './testing/fake-outboxes.ts';
import { commandId, customerId, entryPointId, interactionId } from './testing/ids.ts';
import { startAtDesk, task } from './testing/start-agent.ts';
import { seat, startCustomer } from './testing/start-customer.ts';

/** `EYELINE_RELOADS=5000` runs as many. */
const runs = Number(process.env['EYELINE_RELOADS'] ?? 200);
const seed = Number(process.env['EYELINE_SEED'] ?? 20_261_120);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const arriveAndReceive = (line: FakeLine) => {
  while (!line.isQuiet) {
    line.arrive();
    line.receive();
  }
};

function startPage() {
  const centre = new FakeCentre();
  const lines: FakeLine[] = [];
  const tell = () => {
    for (const told of centre.takeTold()) for (const line of lines) line.hear(told);
  };
  const open = (twin?: FakeLine) => {
    const line = new FakeLine(centre, customerId, tell, twin, `page-${lines.length}`);
    lines.push(line);
    return line;
  };
  return { centre, lines, open, line: open(), texts: () => centre.interaction.messages.map(({ text }) => text) };
}

describe('a reload', () => {
  test('keeps what was written while the line was down: shown as not sent yet, and sent once the line is there', () => {
    const { line, texts } = startPage();
    line.open();
    arriveAndReceive(line);
    line.break();
    for (const text of ['one', 'two']) line.conversation.send({ type: 'send', text });
    line.reload();
    expect(line.context.outbox.map(({ wish }) => 'text' in wish && wish.text)).toEqual(['one', 'two']);
    line.open();
    arriveAndReceive(line);
    expect(texts()).toEqual(['one', 'two']);
    line.reload();
    expect(line.context.outbox).toEqual([]);
  });

  test('in mid-send does not send again what the server has', () => {
    const { line, texts } = startPage();
    line.open();
    arriveAndReceive(line);
    line.conversation.send({ type: 'send', text: 'once' });
    line.arrive();
    line.reload();
    expect(line.context.outbox).toHaveLength(1);
    arriveAndReceive(line);
    expect(texts()).toEqual(['once']);
    expect(line.context.outbox).toEqual([]);
  });

  test('keeps a refused message with its reason, until it is removed', () => {
    const { line } = startPage();
    line.open();
    arriveAndReceive(line);
    line.conversation.send({ type: 'send', text: 'long' });
    const [entry] = line.context.outbox;
    if (entry?.wish.type !== 'message.send') throw new Error('no message');
    line.conversation.send({ type: 'failed.message.send', wish: entry.wish, error: failure('message-too-long') });
    line.reload();
    expect(line.context.outbox).toMatchObject([{ wish: entry.wish, failure: { code: 'message-too-long' } }]);
    line.conversation.send({ type: 'discard', messageId: entry.wish.commandId });
    line.reload();
    expect(line.context.outbox).toEqual([]);
  });

  test('keeps the end that was wished', () => {
    const { centre, line } = startPage();
    line.open();
    arriveAndReceive(line);
    line.break();
    line.conversation.send({ type: 'end' });
    line.reload();
    line.open();
    arriveAndReceive(line);
    expect(centre.interaction.closed).toMatchObject({ disposition: 'handled' });
  });

  test('does not keep a wish for a call: the camera that it was about is off', async () => {
    const { centre, line } = startPage();
    line.open();
    arriveAndReceive(line);
    line.call.send({ type: 'start-video', picture: 'camera' });
    await line.holes.captures[0]?.give();
    expect(line.context.outbox).toHaveLength(1);
    line.reload();
    arriveAndReceive(line);
    expect(centre.interaction.call).toBeNull();
    expect(line.context.outbox).toEqual([]);
  });
});

const act = fc.constantFrom('send', 'arrive', 'receive', 'lose', 'break', 'open', 'reload', 'copy', 'wait');

test('whatever is reloaded, copied and lost: each message is in the log once, and those of a page in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ act, at: fc.nat(2) }), { maxLength: 80 }), steps => {
      const { centre, lines, open, texts } = startPage();
      const sent: string[][] = [[]];
      let count = 0;
      for (const step of steps) {
        const at = step.at % lines.length;
        const line = lines[at];
        if (!line) continue;
        if (step.act === 'send') {
          count += 1;
          sent[at]?.push(`${count}`);
          line.conversation.send({ type: 'send', text: `${count}` });
        } else if (step.act === 'copy') {
          if (lines.length === 3) continue;
          open(line);
          sent.push([...(sent[at] ?? [])]);
        } else if (step.act === 'wait') vi.advanceTimersByTime(3000);
        else line[step.act]();
      }
      for (const line of lines) line.open();
      for (let round = 0; round < 6; round += 1) {
        for (const line of lines) arriveAndReceive(line);
        vi.advanceTimersByTime(3000);
      }
      expect(texts().toSorted()).toEqual([...new Set(sent.flat())].toSorted());
      for (const own of sent) expect(texts().filter(text => own.includes(text))).toEqual(own);
      for (const line of lines) {
        expect(line.context.interaction).toEqual(centre.interaction);
        expect(line.context.outbox).toEqual([]);
        line.stop();
      }
    }),
    { numRuns: runs, seed },
  );
});

describe('a form that was sent and not answered', () => {
  const opening = {
    type: 'interaction.open',
    commandId: commandId('earlier'),
    entryPointId,
    form: { name: 'Ada' },
    domain: 'chat',
  } as const;

  test('is kept while it is not answered, and no longer', () => {
    const side = startCustomer();
    side.line.tell({ type: 'line.opened' });
    side.line.answer(side.line.asked()[0], side.centre.arrival);
    side.actor.send({ type: 'submit', form: { name: 'Ada' } });
    const [open] = side.line.asked();
    expect(side.openings).toEqual([open]);
    side.line.answer(open, seat(side.centre));
    expect(side.openings).toEqual([open, null]);
  });

  test('is sent again by the next page, as the same command', () => {
    const side = startCustomer(null, opening);
    expect(side.state()).toBe('opening');
    side.line.tell({ type: 'line.opened' });
    const [open] = side.line.asked();
    expect(open).toEqual(opening);
    side.line.answer(open, seat(side.centre));
    expect(side.state()).toEqual({ serving: 'waiting' });
    expect(side.stored).toEqual(['token-1']);
  });

  test('and is refused now: the form is asked for, and stays filled in', () => {
    const side = startCustomer(null, opening);
    side.line.tell({ type: 'line.opened' });
    side.line.refuse(side.line.asked()[0], failure('invalid-form'));
    side.line.answer(side.line.asked()[0], side.centre.arrival);
    expect(side.state()).toBe('filling-form');
    expect(side.context().form).toEqual({ name: 'Ada' });
  });
});

test('an agent who wraps up leaves nothing of the conversation behind', () => {
  const outboxes = new FakeOutboxes();
  const side = startAtDesk({ tasks: [task] }, outboxes);
  side.catchUp();
  side.conversation()?.send({ type: 'send', text: 'never sent' });
  const owner = { interactionId, participantId: task.participantId };
  expect(outboxes.read(owner)).toHaveLength(1);
  side.actor.send({ type: 'wrap-up', taskId: task.taskId, code: 'solved' });
  side.line.answer(
    side.line.asked().find(({ type }) => type === 'task.wrap-up'),
    {},
  );
  expect(outboxes.read(owner)).toEqual([]);
});
