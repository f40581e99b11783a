import { type Consult, type ConsultEnding, emptyInteraction, type Interaction } from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import { isolate } from '../parts/isolate.ts';
import { consultSentence, overSentence } from './consult-words.ts';

type Id = Consult['participantId'];
const [anna, ben] = ['anna' as Id, 'ben' as Id];
const agent = (participantId: Id, name: string, presence: 'present' | 'absent' = 'present') =>
  ({ participantId, name, presence, role: 'agent', deliveredSeq: 0 }) as const;
const asked = (ending: ConsultEnding | null = null): Consult => ({
  interactionId: 'i' as Consult['interactionId'],
  taskId: 't' as Consult['taskId'],
  participantId: anna,
  to: 'Refunds',
  ending,
});
const talk = (...participants: Interaction['participants']): Interaction => ({ ...emptyInteraction, participants });
const closedBy = (participantId: Id | null): Pick<Interaction, 'closed'> => ({
  closed: { disposition: 'handled', participantId },
});

describe('to who asked', () => {
  test('whom it waits for, that the connection broke, and otherwise nothing', () => {
    expect(consultSentence(asked(), talk(agent(anna, 'Anna')))).toBe(`Asking ${isolate('Refunds')}…`);
    expect(consultSentence(asked(), talk(agent(anna, 'Anna'), agent(ben, 'Ben')))).toBeNull();
    const broken = consultSentence(asked(), talk(agent(anna, 'Anna'), agent(ben, 'Ben', 'absent')));
    expect(broken).toMatch(/^\u2068Ben\u2069 lost the connection/);
  });

  test.each([
    ['declined', ' cannot help just now. Ask somebody else.'],
    ['not-answered', ' did not answer. Ask somebody else.'],
    ['nobody-there', ': nobody can help at the moment. Ask somebody else.'],
    ['handed-over', ' has taken over.'],
  ] as const)('%s', (ending, sentence) => {
    expect(consultSentence(asked(ending), talk(agent(anna, 'Anna')))).toBe(isolate('Refunds') + sentence);
  });
});

describe('to who was asked', () => {
  const both = talk(agent(anna, 'Anna'), agent(ben, 'Ben'));

  test('nothing while it lasts', () => {
    expect(overSentence(both, emptyInteraction, ben, 'Zoe')).toBeNull();
  });

  test('who ended it, or that there is nobody any more whom it was about', () => {
    expect(overSentence({ ...both, ...closedBy(ben) }, emptyInteraction, ben, 'Zoe')).toBe('You have ended this.');
    expect(overSentence({ ...both, ...closedBy(anna) }, emptyInteraction, ben, 'Zoe')).toMatch(
      /^\u2068Anna\u2069 has ended this/,
    );
    expect(overSentence({ ...both, ...closedBy(null) }, emptyInteraction, ben, 'Zoe')).toMatch(/does not serve them/);
    const gone = { ...emptyInteraction, ...closedBy('zoe' as Id) };
    expect(overSentence({ ...both, ...closedBy(null) }, gone, ben, 'Zoe')).toBe(
      `The conversation with ${isolate('Zoe')} has ended.`,
    );
  });
});
