import { CommandId, type CommandName, type InteractionId, type TaskId } from '@eyeline/protocol';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Change } from '../interaction/change.ts';
import { CommandMemory } from '../interaction/command-memory.ts';
import { type OnceHandler, once, onceAfter } from '../interaction/handler.ts';
import type { Request } from '../interaction/request.ts';
import { Refusal } from '../people/refusal.ts';
import type { CommandRecord } from '../store/store.ts';
import { Repetitions } from './repetitions.ts';

const bounds = { ids: 1_000, answers: 2, bytes: 400 };
const request = { caller: { identity: { role: 'agent', participantId: 'agent:anna' } } } as unknown as Request;
const idOf = (index: number) => v.parse(CommandId, `command-${index}`.padEnd(16, '-'));

/** A server that stores what is committed, and can be started again or refuse what it is to store. */
class Fake {
  readonly stored: CommandRecord[] = [];
  /** What was carried out and is stored: which command, and what came of it. */
  readonly done = new Map<string, number>();
  memory = new CommandMemory(bounds);
  repetitions = this.#open();
  #number = 0;
  #waiting: (() => void)[] = [];
  refuses = false;

  #open() {
    const { memory } = this;
    return new Repetitions({
      memory,
      change: async run => {
        const records: CommandRecord[] = [];
        const undo: (() => void)[] = [];
        this.#number += 1;
        const change = {
          now: this.#number,
          remember: (record: CommandRecord) => {
            memory.add(record);
            records.push(record);
            undo.push(() => memory.remove(record));
          },
          onUndo: (one: () => void) => undo.push(one),
        } as unknown as Change;
        const value = run(change);
        await new Promise<void>(resolve => this.#waiting.push(resolve));
        if (this.memory !== memory) throw new Refusal('server-busy');
        if (records.length > 0 && this.refuses) {
          for (const one of undo) one();
          throw new Refusal('internal');
        }
        for (const record of records) {
          this.stored.push(record);
          this.done.set(record.commandId, (this.done.get(record.commandId) ?? 0) + 1);
        }
        return value;
      },
    });
  }

  commit() {
    for (const one of this.#waiting.splice(0)) one();
  }

  /** What was not stored yet is lost. */
  restart() {
    const kept = this.stored.toSorted((one, other) => one.at - other.at);
    this.memory = new CommandMemory(bounds);
    for (const record of kept) this.memory.add(record);
    this.commit();
    this.repetitions = this.#open();
  }

  send(index: number) {
    const commandId = idOf(index);
    const number = index * 1000;
    const result = { interactionId: `i${number}` as InteractionId, taskId: `t${number}` as TaskId };
    const accept = once<'offer.accept'>({ carryOut: () => result });
    const pick = onceAfter<'task.pick', void>({ prepare: async () => {}, carryOut: () => ({}) });
    const input = { commandId, offerId: 'o', taskId: 't' } as never;
    return index % 2 === 0 ? this.answer('offer.accept', accept, input) : this.answer('task.pick', pick, input);
  }

  async answer<N extends CommandName>(name: N, handler: OnceHandler<N>, input: never): Promise<unknown> {
    return this.repetitions.answer(name, handler, input, request).catch((error: unknown) => {
      if (error instanceof Refusal) return error.failure.code;
      throw error;
    });
  }
}

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant('send' as const), index: fc.nat(7) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('commit' as const, 'turn' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('restart' as const, 'refuse' as const, 'take' as const) }),
  },
);

test('whatever is sent, repeated, refused and restarted in whatever order: each command is carried out once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
      const fake = new Fake();
      const answers = new Map<number, Set<string>>();
      const asked: Promise<unknown>[] = [];
      for (const one of steps) {
        if (one.type === 'send') {
          const note = (answer: unknown) => {
            const all = answers.get(one.index) ?? new Set();
            answers.set(one.index, all.add(JSON.stringify(answer)));
          };
          asked.push(fake.send(one.index).then(note));
        } else if (one.type === 'commit') fake.commit();
        else if (one.type === 'turn') await new Promise(setImmediate);
        else if (one.type === 'restart') fake.restart();
        else fake.refuses = one.type === 'refuse';
      }
      fake.refuses = false;
      for (let turn = 0; turn < 8; turn += 1) {
        await new Promise(setImmediate);
        fake.commit();
      }
      await Promise.all(asked);
      for (const count of fake.done.values()) expect(count).toBe(1);
      for (const [index, all] of answers) {
        const refusals = ['"server-busy"', '"internal"', '"already-done"'];
        const values = [...all].filter(answer => !refusals.includes(answer));
        expect(values.length, `different answers to ${index}`).toBeLessThanOrEqual(1);
        if (values.length > 0) expect(fake.done.get(idOf(index))).toBe(1);
      }
      expect(fake.memory.size.answers).toBeLessThanOrEqual(bounds.answers);
      expect(fake.memory.size.bytes).toBeLessThanOrEqual(bounds.bytes);
    }),
    { numRuns: 150 },
  );
});

test('one whose answer was dropped is known to be done; an answer that says nothing is given again', async () => {
  const fake = new Fake();
  const send = async (index: number) => {
    const answer = fake.send(index);
    await new Promise(setImmediate);
    fake.commit();
    return answer;
  };
  for (const index of [0, 1, 2, 4, 6]) await send(index);
  expect(await send(0)).toBe('already-done');
  expect(await send(1)).toEqual({});
  expect(await send(6)).toEqual({ interactionId: 'i6000', taskId: 't6000' });
  expect(fake.stored).toHaveLength(5);
});

test('what is awaited before a command is awaited once for all that ask meanwhile', async () => {
  const fake = new Fake();
  let count = 0;
  const pick = onceAfter<'task.pick', void>({
    prepare: async () => {
      count += 1;
      await new Promise(setImmediate);
    },
    carryOut: () => ({}),
  });
  const input = { commandId: idOf(1), taskId: 't' } as never;
  const all = [0, 1, 2].map(() => fake.answer('task.pick', pick, input));
  const other = fake.answer('offer.decline', once<'offer.decline'>({ carryOut: () => ({}) }), input);
  expect(await other).toBe('invalid-payload');
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  fake.commit();
  expect(await Promise.all(all)).toEqual([{}, {}, {}]);
  expect(count).toBe(1);
  expect(fake.stored).toHaveLength(1);
});

test('one that prepares nothing is looked for once', async () => {
  const fake = new Fake();
  let count = 0;
  const accept = once<'offer.decline'>({
    recall: () => {
      count += 1;
      return undefined;
    },
    carryOut: () => ({}),
  });
  const answer = fake.answer('offer.decline', accept, { commandId: idOf(1), offerId: 'o' } as never);
  await new Promise(setImmediate);
  fake.commit();
  expect(await answer).toEqual({});
  expect(count).toBe(1);
});

test('what is older than an hour is forgotten, many at once', () => {
  const memory = new CommandMemory();
  const hourMs = 3_600_000;
  for (let n = 0; n < 3000; n += 1)
    memory.add({ scope: 's', commandId: `c${n}`, name: 'offer.decline', at: n < 1500 ? 0 : hourMs, value: {} });
  expect(memory.size).toEqual({ ids: 1500, answers: 0, bytes: 0 });
});

test('ids are bounded too: the oldest are forgotten first', () => {
  const memory = new CommandMemory({ ids: 3, answers: 10, bytes: 1000 });
  for (let at = 1; at <= 5; at += 1)
    memory.add({ scope: 's', commandId: `c${at}`, name: 'offer.accept', at, value: { a: 1 } });
  expect(memory.size).toEqual({ ids: 3, answers: 3, bytes: 3 * '{"a":1}'.length });
  expect(memory.get('s', 'c2')).toBeUndefined();
  expect(memory.get('s', 'c3')).toEqual({ name: 'offer.accept', value: { a: 1 } });
});
