import { type AgentBlending, BlendingAgents, emptyBlending } from '@eyeline/finesse';
import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { OutsideMemory } from '../../testing/outside-memory.ts';
import { KeptVoice } from './kept-voice.ts';

let memory: OutsideMemory;
beforeEach(() => {
  memory = new OutsideMemory();
});

const taken = (voiceHoldId: string): AgentBlending => ({
  view: { standing: 'not-ready' },
  hasGadget: true,
  voiceHold: { phase: 'held', voiceHoldId, heldAs: 'supervisor', isInterrupted: false },
});
const idle: AgentBlending = { view: { standing: 'free' }, hasGadget: true, voiceHold: { phase: 'idle' } };
const stateOf = (agents: Record<string, AgentBlending>, nextToken = 5) => ({
  state: { ...emptyBlending(), nextToken, agents: new BlendingAgents(Object.entries(agents)) },
  reasons: { a: 'on-chat' },
});

test('only what has changed of the agents concerned is stored, and nothing when only views have', async () => {
  const kept = memory.voice();
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`n-${index}`, taken(`o-${index}`)]));
  expect(kept.changes(stateOf(many), Object.keys(many))).toHaveLength(501);
  const next = { ...many, 'n-7': idle, a: taken('o-a') };
  expect(kept.changes(stateOf(next, 6), ['n-7', 'n-8', 'a'])).toEqual([
    { system: 'finesse.voice', subject: 'n-7', value: null },
    { system: 'finesse.voice', subject: 'a', value: { voiceHold: taken('o-a').voiceHold, reason: 'on-chat' } },
    { system: 'finesse.voice', subject: '', value: { nextToken: 6 } },
  ]);
  const other = { ...next, a: { ...taken('o-a'), view: { standing: 'on-call' as const } } };
  expect(kept.changes(stateOf(other, 9), ['n-7', 'a'])).toEqual([]);
});

test('a restart reads it; whoever takes over in this process reads what is still on its way', async () => {
  const kept = memory.voice();
  const records = kept.changes(stateOf({ a: taken('o-1') }), ['a']);
  expect(kept.read().state.agents.get('a')?.voiceHold).toEqual(taken('o-1').voiceHold);
  expect(memory.voice().read().state.agents.size).toBe(0);
  await memory.keep(records);
  const { state, reasons } = memory.voice().read();
  expect([state.nextToken, state.agents.get('a')?.voiceHold, reasons]).toEqual([
    5,
    taken('o-1').voiceHold,
    { a: 'on-chat' },
  ]);
  await memory.keep(kept.changes(stateOf({ a: idle }), ['a']));
  expect(memory.voice().read().state.agents.size).toBe(0);
});

test('what was not stored is given again', () => {
  const kept = memory.voice();
  const records = kept.changes(stateOf({ a: taken('o-1') }), ['a']);
  kept.failed(records);
  expect(kept.changes(stateOf({ a: taken('o-1') }), ['a'])).toEqual(records);
  expect(kept.changes(stateOf({ a: taken('o-1') }), ['a'])).toEqual([]);
});

test('one record that cannot be read is told, and all others are read', () => {
  const lines: string[] = [];
  const log = pino({}, { write: line => void lines.push(JSON.parse(line).msg) });
  const good = memory.voice().changes(stateOf({ a: taken('o-1') }), ['a']);
  const kept = new KeptVoice([{ system: 'finesse.voice', subject: 'bad', value: { voiceHold: 7 } }, ...good], log);
  expect([...kept.read().state.agents.keys()]).toEqual(['a']);
  expect(lines).toEqual([expect.stringMatching(/phone of bad cannot be read\. Make ready in Finesse/)]);
});
