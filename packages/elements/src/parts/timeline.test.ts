import type { ConversationContext } from '@eyeline/machines';
import {
  applyFact,
  type CallId,
  type CommandId,
  emptyInteraction,
  type Fact,
  type InteractionId,
  type Message,
  type NewFact,
  noEscalation,
  type ParticipantId,
} from '@eyeline/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isolate } from './isolate.ts';
import { milestoneSentence } from './milestone-sentence.ts';
import { Timeline } from './timeline.ts';
import { dependenciesOf, type TimelineView } from './timeline-entry.ts';

const interactionId = 'i1' as InteractionId;
const me = 'me' as ParticipantId;
const anna = 'anna' as ParticipantId;
const callId = 'c1' as CallId;
const noon = new Date(2026, 2, 10, 12).getTime();
const minute = 60_000;
const messageId = (n: number) => `message-000000-${n}` as CommandId;

const joined = { type: 'participant.joined', participantId: anna, role: 'agent', name: 'Anna' } as const;
const wrote = (participantId: ParticipantId, n: number): NewFact => ({
  type: 'message.sent',
  participantId,
  messageId: messageId(n),
  text: `text ${n}`,
});

/** A conversation whose log holds these facts at these times. */
function conversation(...entries: [at: number, fact: NewFact][]): ConversationContext {
  const facts = entries.map(([at, fact], index) => ({ ...fact, interactionId, at, seq: index + 1 }) as Fact);
  return {
    interactionId,
    participantId: me,
    ids: { commandId: () => messageId(99), callId: () => callId },
    online: true,
    interaction: facts.reduce(applyFact, emptyInteraction),
    entryPoint: null,
    position: null,
    wait: null,
    fallback: null,
    escalation: noEscalation,
    call: null,
    outbox: [],
    seenSeq: 0,
    serverNow: 0,
    templates: [],
    failure: null,
  };
}

const shape = (context: ConversationContext) =>
  new Timeline()
    .entriesOf(context)
    .map(line => (line.kind === 'group' ? [line.isOwn ? 'own' : line.name, line.messages.length] : [line.kind]));

describe('timeline', () => {
  test('groups what one participant says without a pause', () => {
    expect(
      shape(
        conversation(
          [noon, joined],
          [noon, wrote(anna, 1)],
          [noon + minute, wrote(anna, 2)],
          [noon + minute, wrote(me, 3)],
        ),
      ),
    ).toEqual([['day'], ['milestone'], ['Anna', 2], ['own', 1]]);
  });

  test('a pause, an event and midnight begin a new group', () => {
    expect(shape(conversation([noon, wrote(me, 1)], [noon + 5 * minute, wrote(me, 2)]))).toEqual([
      ['day'],
      ['own', 1],
      ['own', 1],
    ]);
    expect(shape(conversation([noon, wrote(me, 1)], [noon, joined], [noon, wrote(me, 2)]))).toEqual([
      ['day'],
      ['own', 1],
      ['milestone'],
      ['own', 1],
    ]);
    const midnight = new Date(2026, 2, 11).getTime();
    expect(shape(conversation([midnight - 1, wrote(me, 1)], [midnight, wrote(me, 2)]))).toEqual([
      ['day'],
      ['own', 1],
      ['day'],
      ['own', 1],
    ]);
  });

  test('what is not sent yet stands at the end', () => {
    const command = { type: 'message.send', commandId: messageId(2), interactionId, text: 'later' } as const;
    const end = { type: 'interaction.end', commandId: messageId(3), interactionId } as const;
    const context = conversation([noon, wrote(me, 1)]);
    const outbox = [
      { command, isAsked: false, failure: null },
      { command: end, isAsked: false, failure: null },
    ];
    const last = new Timeline().entriesOf({ ...context, outbox }).at(-1);
    expect(last).toMatchObject({ kind: 'unsent', messages: [{ command }] });
  });

  test('keys stay with their lines', () => {
    const before = conversation([noon, joined], [noon, wrote(anna, 1)]);
    const after = conversation([noon, joined], [noon, wrote(anna, 1)], [noon, wrote(anna, 2)], [noon, wrote(me, 3)]);
    const keys = (context: ConversationContext) => new Timeline().entriesOf(context).map(line => line.key);
    expect(keys(after).slice(0, 3)).toEqual(keys(before));
  });
});

describe('a message more', () => {
  /** Counts how often the log's entries are read. */
  function counted(context: ConversationContext, reads: { count: number }): ConversationContext {
    const watch = <T extends object>(one: T): T =>
      new Proxy(one, {
        get(target, key) {
          reads.count++;
          return Reflect.get(target, key);
        },
      });
    const { messages, milestones } = context.interaction;
    const interaction = { ...context.interaction, messages: messages.map(watch), milestones: milestones.map(watch) };
    return { ...context, interaction };
  }

  const grown = (context: ConversationContext, message: Message): ConversationContext => {
    const { interaction } = context;
    return {
      ...context,
      interaction: { ...interaction, messages: [...interaction.messages, message], lastSeq: message.seq },
    };
  };

  const long = (length: number) =>
    conversation(
      [noon, joined],
      ...Array.from({ length }, (_, n): [number, NewFact] => [noon + n * minute, wrote(n % 7 < 3 ? me : anna, n)]),
    );

  test('costs the same after ten messages and after five thousand, and leaves the lines before it alone', () => {
    const costs = [10, 5000].map(length => {
      const reads = { count: 0 };
      const timeline = new Timeline();
      const before = counted(long(length), reads);
      const entries = timeline.entriesOf(before);
      const seq = length + 2;
      const message = {
        messageId: messageId(length),
        participantId: me,
        text: 'one more',
        seq,
        at: noon + length * minute,
      };
      reads.count = 0;
      const after = timeline.entriesOf(grown(before, message));
      expect(after.slice(0, entries.length - 1).every((line, n) => line === entries[n])).toBe(true);
      const last = after.at(-1);
      expect(last?.kind === 'group' && last.messages.at(-1)).toBe(message);
      return reads.count;
    });
    expect(costs[1]).toBeLessThanOrEqual((costs[0] ?? 0) + 2);
    expect(costs[1]).toBeLessThan(20);
  });

  test('has only its own line drawn again, and that of our message before', () => {
    const context = long(5000);
    const now = noon + 5000 * minute;
    const view = (of: ConversationContext): TimelineView => ({
      ...{ conversation: null, context: of, now, deliveredSeq: 0, readSeq: 0, onRetry: () => {}, onDiscard: () => {} },
      onFinder: () => {},
      lastOwnSeq: of.interaction.messages.findLast(one => one.participantId === me)?.seq ?? 0,
      knownSeq: 0,
    });
    const timeline = new Timeline();
    const drawnFor = (of: ConversationContext) =>
      new Map(timeline.entriesOf(of).map(line => [line.key, dependenciesOf(line, view(of))]));
    const before = drawnFor(context);
    const after = drawnFor(
      grown(context, { messageId: messageId(5000), participantId: anna, text: 'more', seq: 5002, at: now }),
    );
    const again = [...after].filter(([key, depends]) => depends.some((one, n) => one !== before.get(key)?.[n]));
    expect(again).toHaveLength(1);
  });

  test('a name that is known later is in the lines before, too', () => {
    const timeline = new Timeline();
    const before = conversation([noon, wrote(anna, 1)]);
    const after = conversation([noon, wrote(anna, 1)], [noon, joined]);
    expect(timeline.entriesOf(before)[1]).toMatchObject({ name: '' });
    expect(timeline.entriesOf(after)[1]).toMatchObject({ name: 'Anna' });
  });

  test('grown step by step or read at once, the lines are the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ after: fc.nat(400), what: fc.constantFrom('me', 'anna', 'joined') }), { maxLength: 40 }),
        fc.infiniteStream(fc.boolean()),
        (steps, isShown) => {
          let at = noon;
          const entries = steps.map(({ after, what }, n): [number, NewFact] => {
            at += after * minute;
            return [at, what === 'joined' ? joined : wrote(what === 'me' ? me : anna, n)];
          });
          const timeline = new Timeline();
          let context = conversation();
          for (const [seq, [time, fact]] of entries.entries()) {
            const numbered = { ...fact, interactionId, at: time, seq: seq + 1 } as Fact;
            context = { ...context, interaction: applyFact(context.interaction, numbered) };
            if (isShown.next().value) timeline.entriesOf(context);
          }
          expect(timeline.entriesOf(context)).toEqual(new Timeline().entriesOf(conversation(...entries)));
        },
      ),
    );
  });
});

describe('milestone', () => {
  const call = { callId, participantId: anna };
  const sentences = (context: ConversationContext) =>
    context.interaction.milestones.map(one => milestoneSentence(one, context.interaction, me));
  const name = isolate('Anna');

  test('is told from where one stands', () => {
    expect(
      sentences(
        conversation(
          [noon, joined],
          [noon, { type: 'call.proposed', ...call, media: 'p2p' }],
          [noon, { type: 'call.accepted', callId, participantId: me }],
          [noon + 83_000, { type: 'call.ended', ...call, reason: 'hung-up' }],
          [noon, { type: 'call.proposed', ...call, media: 'p2p' }],
          [noon, { type: 'call.declined', callId, participantId: me }],
          [noon, { type: 'call.proposed', ...call, media: 'p2p' }],
          [noon, { type: 'call.ended', ...call, reason: 'withdrawn' }],
          [noon, { type: 'call.proposed', ...call, media: 'p2p', kind: 'voice' }],
          [noon, { type: 'call.declined', callId, participantId: me, later: true }],
          [noon, { type: 'call.proposed', ...call, media: 'p2p', kind: 'voice' }],
          [noon, { type: 'call.ended', ...call, participantId: null, reason: 'not-answered' }],
          [noon, { type: 'interaction.closed', participantId: anna, disposition: 'handled' }],
        ),
      ),
    ).toEqual([
      `${name} joined the chat`,
      'The video call started',
      'The video call ended after 1 min 23 s',
      'You declined the video call',
      `Missed video call from ${name}`,
      'You would rather have the voice call later',
      'The voice call was not answered',
      `${name} ended the chat`,
    ]);
  });

  test('names no chat where work is done without the customer being there', () => {
    const context = conversation(
      [noon, joined],
      [noon, { type: 'participant.left', participantId: anna }],
      [noon, { type: 'interaction.closed', participantId: anna, disposition: 'handled' }],
    );
    for (const domain of ['callback', 'email'] as const)
      expect(sentences({ ...context, interaction: { ...context.interaction, domain } })).toEqual([
        `${name} took this on`,
        `${name} put this down`,
        `${name} closed this`,
      ]);
  });
});
