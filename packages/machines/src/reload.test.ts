import { failure } from '@eyeline/protocol';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeCentre } from './testing/fake-centre.ts';
import { FakeConnection } from './testing/fake-connection.ts';
import { FakeOutboxes } from './testing/fake-outboxes.ts';
import { settled } from './testing/fake-ports.ts';
import { commandId, customerId, entryPointId, interactionId } from './testing/ids.ts';
import { startAtDesk, task } from './testing/start-agent.ts';
import { place, startCustomer } from './testing/start-customer.ts';

/** `EYELINE_RELOADS=5000` runs as many. */
const runs = Number(process.env['EYELINE_RELOADS'] ?? 200);
const seed = Number(process.env['EYELINE_SEED'] ?? 20_261_120);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const arriveAndReceive = (connection: FakeConnection) => {
  while (!connection.isQuiet) {
    connection.arrive();
    connection.receive();
  }
};

function startPage() {
  const centre = new FakeCentre();
  const connections: FakeConnection[] = [];
  const notify = () => {
    for (const notice of centre.takeNotices()) for (const connection of connections) connection.deliver(notice);
  };
  const open = (twin?: FakeConnection) => {
    const connection = new FakeConnection(centre, customerId, notify, twin, `page-${connections.length}`);
    connections.push(connection);
    return connection;
  };
  return {
    centre,
    connections,
    open,
    connection: open(),
    texts: () => centre.interaction.messages.map(({ text }) => text),
  };
}

describe('a reload', () => {
  test('keeps what was written while the connection was down: shown as not sent yet, and sent once the connection is there', () => {
    const { connection, texts } = startPage();
    connection.open();
    arriveAndReceive(connection);
    connection.break();
    for (const text of ['one', 'two']) connection.conversation.send({ type: 'send', text });
    connection.reload();
    expect(connection.context.outbox.map(({ command }) => 'text' in command && command.text)).toEqual(['one', 'two']);
    connection.open();
    arriveAndReceive(connection);
    expect(texts()).toEqual(['one', 'two']);
    connection.reload();
    expect(connection.context.outbox).toEqual([]);
  });

  test('in mid-send does not send again what the server has', () => {
    const { connection, texts } = startPage();
    connection.open();
    arriveAndReceive(connection);
    connection.conversation.send({ type: 'send', text: 'once' });
    connection.arrive();
    connection.reload();
    expect(connection.context.outbox).toHaveLength(1);
    arriveAndReceive(connection);
    expect(texts()).toEqual(['once']);
    expect(connection.context.outbox).toEqual([]);
  });

  test('keeps a refused message with its reason, until it is removed', () => {
    const { connection } = startPage();
    connection.open();
    arriveAndReceive(connection);
    connection.conversation.send({ type: 'send', text: 'long' });
    const [entry] = connection.context.outbox;
    if (entry?.command.type !== 'message.send') throw new Error('no message');
    connection.conversation.send({
      type: 'failed.message.send',
      command: entry.command,
      error: failure('message-too-long'),
    });
    connection.reload();
    expect(connection.context.outbox).toMatchObject([
      { command: entry.command, failure: { code: 'message-too-long' } },
    ]);
    connection.conversation.send({ type: 'discard', messageId: entry.command.commandId });
    connection.reload();
    expect(connection.context.outbox).toEqual([]);
  });

  test('keeps the end that was asked for', () => {
    const { centre, connection } = startPage();
    connection.open();
    arriveAndReceive(connection);
    connection.break();
    connection.conversation.send({ type: 'end' });
    connection.reload();
    connection.open();
    arriveAndReceive(connection);
    expect(centre.interaction.closed).toMatchObject({ disposition: 'handled' });
  });

  test('does not keep a command for a call: the camera that it was about is off', async () => {
    const { centre, connection } = startPage();
    connection.open();
    arriveAndReceive(connection);
    await settled();
    connection.call?.send({ type: 'start', picture: 'camera' });
    connection.ports.devices.last.give();
    expect(connection.context.outbox).toHaveLength(1);
    connection.reload();
    arriveAndReceive(connection);
    expect(centre.interaction.call).toBeNull();
    expect(connection.context.outbox).toEqual([]);
  });
});

const act = fc.constantFrom('send', 'arrive', 'receive', 'lose', 'break', 'open', 'reload', 'copy', 'wait');

test('whatever is reloaded, copied and lost: each message is in the log once, and those of a page in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ act, at: fc.nat(2) }), { maxLength: 80 }), steps => {
      const { centre, connections, open, texts } = startPage();
      const sent: string[][] = [[]];
      let count = 0;
      for (const step of steps) {
        const at = step.at % connections.length;
        const connection = connections[at];
        if (!connection) continue;
        if (step.act === 'send') {
          count += 1;
          sent[at]?.push(`${count}`);
          connection.conversation.send({ type: 'send', text: `${count}` });
        } else if (step.act === 'copy') {
          if (connections.length === 3) continue;
          open(connection);
          sent.push([...(sent[at] ?? [])]);
        } else if (step.act === 'wait') vi.advanceTimersByTime(3000);
        else connection[step.act]();
      }
      for (const connection of connections) connection.open();
      for (let round = 0; round < 6; round += 1) {
        for (const connection of connections) arriveAndReceive(connection);
        vi.advanceTimersByTime(3000);
      }
      expect(texts().toSorted()).toEqual([...new Set(sent.flat())].toSorted());
      for (const own of sent) expect(texts().filter(text => own.includes(text))).toEqual(own);
      for (const connection of connections) {
        expect(connection.context.interaction).toEqual(centre.interaction);
        expect(connection.context.outbox).toEqual([]);
        connection.stop();
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
    side.connection.notify({ type: 'connection.opened' });
    side.connection.answer(side.connection.asked()[0], side.centre.arrival);
    side.actor.send({ type: 'submit', form: { name: 'Ada' } });
    const [open] = side.connection.asked();
    expect(side.openings).toEqual([open]);
    side.connection.answer(open, place(side.centre));
    expect(side.openings).toEqual([open, null]);
  });

  test('is sent again by the next page, as the same command', () => {
    const side = startCustomer(null, opening);
    expect(side.state()).toBe('opening');
    side.connection.notify({ type: 'connection.opened' });
    const [open] = side.connection.asked();
    expect(open).toEqual(opening);
    side.connection.answer(open, place(side.centre));
    expect(side.state()).toEqual({ serving: 'waiting' });
    expect(side.stored).toEqual(['token-1']);
  });

  test('and is refused now: the form is asked for, and stays filled in', () => {
    const side = startCustomer(null, opening);
    side.connection.notify({ type: 'connection.opened' });
    side.connection.refuse(side.connection.asked()[0], failure('invalid-form'));
    side.connection.answer(side.connection.asked()[0], side.centre.arrival);
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
  side.connection.answer(
    side.connection.asked().find(({ type }) => type === 'task.wrap-up'),
    {},
  );
  expect(outboxes.read(owner)).toEqual([]);
});
