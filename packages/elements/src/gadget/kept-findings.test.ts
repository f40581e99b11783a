import type { ConversationActor, DoctorFindings } from '@eyeline/machines';
import { expect, test } from 'vitest';
import { KeptFindings } from './kept-findings.ts';

test('what an agent found goes with a call once, also one that was asked for before', () => {
  const sent: object[] = [];
  let proposed: object | null = null;
  const call = { send: (event: object) => sent.push(event) };
  const conversation = {
    getSnapshot: () => ({ context: { call, interaction: { call: proposed } } }),
  } as unknown as ConversationActor;
  const [first, second] = [{ durationMs: 1 }, { durationMs: 2 }] as unknown as DoctorFindings[] as [
    DoctorFindings,
    DoctorFindings,
  ];
  const kept = new KeptFindings();
  kept.follow(conversation, first);
  expect(sent).toEqual([]);
  proposed = {};
  for (const findings of [null, first, first, second]) kept.follow(conversation, findings);
  expect(sent).toEqual([first, second].map(findings => ({ type: 'report-check', findings })));
});
