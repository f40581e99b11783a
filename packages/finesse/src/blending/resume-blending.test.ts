import { expect, test } from 'vitest';
import type { AgentBlending } from './agent-blending.ts';
import { BlendingAgents } from './blending-agents.ts';
import { nextBlendingDeadline } from './decide-blending.ts';
import { defaultBlendingPolicy as policy } from './policy.ts';
import { resumeBlending } from './resume-blending.ts';
import { emptyBlending } from './state.ts';

const now = 1_000_000;
const hour = 3_600_000;

const resumed = (agent: Pick<AgentBlending, 'voiceHold' | 'outstanding'>) =>
  resumeBlending(
    {
      ...emptyBlending(),
      agents: new BlendingAgents([['ada', { view: { standing: 'unknown' }, hasGadget: false, ...agent }]]),
    },
    now,
    policy,
  );

test('what a clock an hour ahead has written is not waited for for an hour', () => {
  const state = resumed({
    voiceHold: { phase: 'releasing', heldAs: 'chosen', tries: 1, deadlineAt: now + hour },
    outstanding: { count: 1, marks: ['chosen'], until: now + hour, checkAt: now + hour },
  });
  expect(nextBlendingDeadline(state, policy)).toBeLessThanOrEqual(now + policy.retryMaxMs);
  expect(state.agents.get('ada')?.outstanding).toMatchObject({
    until: now + policy.outstandingMs,
    checkAt: now + policy.outstandingMs,
  });
});

test('what is due earlier stays as it is', () => {
  const voiceHold = { phase: 'releasing', heldAs: 'chosen', tries: 1, deadlineAt: now + 10 } as const;
  expect(resumed({ voiceHold }).agents.get('ada')?.voiceHold).toEqual(voiceHold);
  expect(resumed({ voiceHold: { phase: 'idle' } }).agents.get('ada')?.voiceHold).toEqual({ phase: 'idle' });
});
