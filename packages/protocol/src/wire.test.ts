import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { agentCommands } from './agent-commands.ts';
import { agentEvents } from './agent-events.ts';
import { commands } from './commands.ts';
import { customerCommands } from './customer-commands.ts';
import { customerEvents } from './customer-events.ts';
import { EntryPoint } from './entry-point.ts';
import { events } from './events.ts';
import { failure } from './failure.ts';
import { done, refused } from './reply.ts';
import { failures } from './sentences/failures.ts';

const commandId = 'c0ffee00-0000-4000-8000-000000000000';
const send = { commandId, interactionId: 'i1', text: 'hello' };
const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

describe('wire', () => {
  test('P1 a reply is a value or a failure with code and sentence', () => {
    expect(done(1)).toEqual({ ok: true, value: 1 });
    expect(refused('offer-gone')).toEqual({ ok: false, error: failure('offer-gone') });
    expect(refused('invalid-form', 'Name is missing.')).toMatchObject({ error: { message: 'Name is missing.' } });
  });

  test('P2 what a schema does not name is stripped', () => {
    expect(v.parse(commands['message.send'].input, { ...send, role: 'agent' })).toEqual(send);
  });

  test.each([
    ['no id', { ...send, commandId: undefined }],
    ['an operator object for text', { ...send, text: { $ne: null } }],
    ['an array for an id', { ...send, interactionId: ['i1'] }],
    ['a path for an id', { ...send, interactionId: '../i1' }],
    ['null', null],
    ['a string', 'hello'],
  ])('P2 %s is refused', (_, payload) => {
    expect(accepts(commands['message.send'].input, payload)).toBe(false);
  });

  test('P3 names are noun.imperative and noun.past, and in one table only', () => {
    const commandNames = Object.keys(commands);
    const facts = Object.keys(events);
    for (const name of [...commandNames, ...facts]) expect(name).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    for (const name of facts) expect(name).toMatch(/(ed|made|sent|left|up|held|frozen|read)$/);
    expect(commandNames.filter(name => facts.includes(name))).toEqual([]);
  });

  test('P7 a name is in a table of customers or in one of agents', () => {
    const names = [customerCommands, customerEvents, agentCommands, agentEvents].flatMap(table => Object.keys(table));
    expect(new Set(names).size).toBe(names.length);
  });

  test('P8 an entry point begins with a chat where it does not say how, and is none where it cannot begin', () => {
    const entryPoint = { entryPointId: 'support', title: 'Support' };
    expect(v.parse(EntryPoint, entryPoint).modes).toEqual(['chat']);
    expect(v.safeParse(EntryPoint, { ...entryPoint, modes: [] }).success).toBe(false);
    expect(v.safeParse(EntryPoint, { ...entryPoint, modes: ['fax'] }).success).toBe(false);
  });

  test('P4 commands that change something for good carry a long id', () => {
    const momentary = [
      'get',
      'list',
      'resume',
      'catch-up',
      'mark-delivered',
      'mark-read',
      'set',
      'signal',
      'report',
      'sign-in',
      'attach',
      'detach',
      'answer',
      'prepare',
      'read',
    ];
    for (const [name, { input }] of Object.entries(commands)) {
      const verb = name.split('.')[1] ?? '';
      if (name.startsWith('media.') || momentary.includes(verb)) continue;
      const own: Readonly<Record<string, object>> = {
        'transcript.send': { to: 'ada@example.com', language: 'en' },
        'file.offer': { name: 'a.pdf', bytes: 1 },
      };
      const given = { ...everything, ...own[name] };
      expect(accepts(input, { ...given, commandId }), name).toBe(true);
      expect(accepts(input, { ...given, commandId: 'short' }), name).toBe(false);
    }
  });

  test('P5 every failure says what happened and what to do', () => {
    for (const sentence of Object.values(failures)) expect(sentence).toMatch(/^[A-Z].+[.!]( .+[.])+$|^[A-Z].+\.$/);
  });

  test('P6 sizes', () => {
    const { input } = commands['message.send'];
    expect(accepts(input, { ...send, text: 'x'.repeat(10_000) })).toBe(true);
    expect(accepts(input, { ...send, text: 'x'.repeat(10_001) })).toBe(false);
    expect(accepts(input, { ...send, text: '' })).toBe(false);
    const open = { commandId, entryPointId: 'support', form: { name: 'x'.repeat(2000) } };
    expect(accepts(commands['interaction.open'].input, open)).toBe(true);
    expect(accepts(commands['interaction.open'].input, { ...open, form: { name: 'x'.repeat(2001) } })).toBe(false);
    const signal = (length: number) => ({
      interactionId: 'i1',
      callId: 'c1',
      epoch: 1,
      signal: { type: 'offer', sdp: 'x'.repeat(length) },
    });
    expect(accepts(commands['call.signal'].input, signal(40_000))).toBe(true);
    expect(accepts(commands['call.signal'].input, signal(40_001))).toBe(false);
  });
});

/** A value for every field that any command with an id asks for. */
const everything = {
  customer: {},
  invitationId: 'invitation-1',
  numbers: [],
  question: 'May she?',
  entryPointId: 'support',
  form: {},
  interactionId: 'i1',
  text: 'hello',
  callId: 'call1',
  epoch: 1,
  held: true,
  kind: 'voice',
  sources: { camera: 'on', microphone: 'refused', screen: 'off' },
  reason: 'hung-up',
  state: 'ready',
  domains: ['chat'],
  offerId: 'o1',
  taskId: 't1',
  code: 'solved',
  step: 'message',
  to: { kind: 'queue', queueId: 'q1' },
  outcome: 'reached',
  picture: { participantId: 'p1', source: 'camera' },
  frozen: true,
};
