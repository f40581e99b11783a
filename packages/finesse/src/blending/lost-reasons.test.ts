import { beforeEach, expect, test } from 'vitest';
import type { AgentView } from './agent-view.ts';
import { decideBlending } from './decide-blending.ts';
import type { BlendingEffect, BlendingInput } from './input.ts';
import { defaultBlendingPolicy } from './policy.ts';
import { type BlendingState, emptyBlending } from './state.ts';

let state: BlendingState;
let effects: readonly BlendingEffect[];

const feed = (input: BlendingInput) => {
  ({ effects } = decideBlending(state, input, 1_000, defaultBlendingPolicy));
};
const see = (view: AgentView) => feed({ type: 'agent.seen', agentId: 'a', view });
const notReady = (mark: NonNullable<AgentView['mark']>, changedAt: number) =>
  see({ standing: 'not-ready', mark, changedAt });
const effectNames = () => effects.map(each => ('way' in each ? `${each.way} ${each.command}` : each.type));

beforeEach(() => {
  state = emptyBlending();
  feed({ type: 'gadget.came', agentId: 'a' });
  see({ standing: 'free', changedAt: 1 });
  feed({ type: 'voice-hold.ask', agentId: 'a', voiceHoldId: 'c' });
});

test('7.25 a reason that went down with its node: what was ours stays ours, and is given back', () => {
  notReady('chosen', 2);
  feed({ type: 'feed.lost' });
  notReady('unexplained', 3);
  expect(effectNames()).toEqual([]);
  feed({ type: 'voice-hold.release', agentId: 'a', voiceHoldId: 'c' });
  expect(effectNames()).toContain('gadget ready');
});

test('7.25 lost notifications end what is not confirmed yet; should it come true, it is taken back', () => {
  feed({ type: 'feed.lost' });
  expect(effects).toContainEqual({ type: 'voice-hold.failed', agentId: 'a', voiceHoldId: 'c', why: 'voice-unknown' });
  notReady('unexplained', 2);
  expect(effectNames()).toEqual(['gadget ready']);
});

test('7.25 not ready without a reason does not use up a command that may still come', () => {
  feed({ type: 'feed.lost' });
  notReady('unexplained', 3);
  see({ standing: 'free', changedAt: 4 });
  notReady('chosen', 5);
  expect(effectNames()).toEqual(['gadget ready']);
});
