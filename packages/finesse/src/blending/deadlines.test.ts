import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentBlending } from './agent-blending.ts';
import { BlendingAgents } from './blending-agents.ts';
import { Deadlines } from './deadlines.ts';
import { decideBlending, nextBlendingDeadline } from './decide-blending.ts';
import { defaultBlendingPolicy as policy } from './policy.ts';
import { emptyBlending } from './state.ts';

test('whoever is moved and however: who is due is what a search of all would find, the earliest first', () => {
  const move = fc.record({
    id: fc.integer({ min: 0, max: 20 }),
    at: fc.option(fc.integer({ min: 0, max: 50 })),
    now: fc.option(fc.integer({ min: 0, max: 50 }), { freq: 8 }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 300 }), moves => {
      const deadlines = new Deadlines();
      const known = new Map<string, number>();
      const sorted = () => [...known].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
      for (const { id, at, now } of moves) {
        deadlines.move(`${id}`, at ?? undefined);
        if (at === null) known.delete(`${id}`);
        else known.set(`${id}`, at);
        expect(deadlines.first()).toBe(sorted()[0]?.[1]);
        if (now === null) continue;
        const due = sorted().filter(([, one]) => one <= now);
        expect(deadlines.take(now)).toEqual(due.map(([name]) => name));
        for (const [name] of due) known.delete(name);
      }
    }),
    { numRuns: 200 },
  );
});

describe('what an input costs', () => {
  /** So many agents, of whom each tells when somebody looks what it waits for. */
  function centreOf(count: number) {
    let visits = 0;
    const agents = Array.from({ length: count }, (_, n): readonly [string, AgentBlending] => [
      `${n}`,
      {
        view: { standing: 'free' },
        hasGadget: false,
        get voiceHold(): AgentBlending['voiceHold'] {
          visits += 1;
          return { phase: 'idle' };
        },
      },
    ]);
    const state = { ...emptyBlending(), agents: new BlendingAgents(agents) };
    visits = 0;
    return { state, visits: () => visits };
  }

  test.each([400, 12_000])('does not depend on how many agents there are: %i', count => {
    const { state, visits } = centreOf(count);
    let now = 1_000;
    let ticks = 0;
    for (let n = 0; n < 100; n += 1) {
      decideBlending(state, { type: 'voice-hold.ask', agentId: `${n}`, voiceHoldId: `c${n}` }, now, policy);
      for (let at = nextBlendingDeadline(state, policy); at !== undefined && ticks < 50; ) {
        now = Math.max(now, at);
        ticks += 1;
        decideBlending(state, { type: 'clock.ticked' }, now, policy);
        at = nextBlendingDeadline(state, policy);
      }
    }
    expect(ticks).toBe(50);
    // Each of the hundred is looked at when it is taken; none of the others ever.
    expect(visits()).toBeLessThanOrEqual(400);
  });
});
