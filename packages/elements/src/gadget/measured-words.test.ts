import { type CallMeasures, emptyInteraction, type Interaction } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { isolate } from '../parts/isolate.ts';
import { measuredWords } from './measured-words.ts';

const measures: CallMeasures = {
  ...{ pageId: 'page', durationMs: 60_000, firstFrameMs: 400, loss: 0.002, roundTripMs: 45, receivedKbps: 900 },
  ...{ sentKbps: 800, height: 720, freezes: 0, frozenMs: 0, minutes: [], worst: null },
};
const side = (participantId: string, of: Partial<CallMeasures> | null, callId = 'c2') => ({
  ...{ type: 'call.measured', callId, participantId, kind: 'two-way', media: 'p2p', epochs: [], ending: 'hung-up' },
  ...{ durationMs: 60_000, measures: of && { ...measures, ...of } },
});
const words = (...measured: object[]) =>
  measuredWords(
    {
      ...emptyInteraction,
      lastCall: { callId: 'c2', ending: 'hung-up' },
      participants: [{ participantId: 'ada', name: 'Ada' }],
      measured,
    } as unknown as Interaction,
    'anna' as never,
  );

test('each side of the last call in one line, with what was not good', () => {
  expect(words(side('ada', {}, 'c1'))).toBeNull();
  expect(words(side('ada', {}), side('anna', { loss: 0.12, height: null, freezes: 1, frozenMs: 2000 }))).toBe(
    `The call at ${isolate('Ada')}’s side: good (0.2 % lost, 45 ms there and back, 720p). ` +
      'The call at your side: bad (12 % lost, 45 ms there and back, stood still once).',
  );
  expect(words(side('ada', null))).toBe(`The call at ${isolate('Ada')}’s side was not measured.`);
});
