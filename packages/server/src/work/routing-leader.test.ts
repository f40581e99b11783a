import { AgentId } from '@eyeline/protocol';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { routingFor } from '../settings/applied-config.ts';
import { parseConfig } from '../settings/parse-config.ts';
import { DrivenTime } from '../testing/driven-time.ts';
import { RoutingLeader } from './routing-leader.ts';

const minuteMs = 60_000;

/** A leader in whose state something is due in a second, which `decide` carries out. */
function leaderOf(decide: (leader: RoutingLeader, now: number) => void) {
  const time = new DrivenTime();
  const at: number[] = [];
  const counts = { faults: 0, wells: 0 };
  const leader: RoutingLeader = new RoutingLeader({
    onDeadline: async () => {
      at.push(Math.round(time.now()));
      decide(leader, time.now());
    },
    onFault: () => {
      counts.faults += 1;
    },
    onWell: () => {
      counts.wells += 1;
    },
    time,
  });
  const config = parseConfig({
    entryPoints: [{ entryPointId: 'support', title: 'Support' }],
    routing: { policy: { graceMs: 1_000 } },
  });
  const agentId = v.parse(AgentId, '00000000-0000-4000-8000-000000000001');
  leader.decide(
    {
      type: 'configuration.changed',
      configuration: routingFor(config, new Map()).configuration,
    },
    0,
  );
  leader.decide({ type: 'agent.signed-in', agentId }, 0);
  leader.decide({ type: 'agent.asked-ready', agentId, domains: ['chat'] }, 0);
  leader.decide({ type: 'agent.disconnected', agentId }, 0);
  return { time, at, counts, leader };
}

test('what is due is decided at its time, once', async () => {
  const { time, at, counts, leader } = leaderOf((one, now) => one.decide({ type: 'clock.ticked' }, now));
  expect(leader.number).toBe(4);
  await time.pass(10 * minuteMs);
  expect([at[0], counts.faults]).toEqual([1_000, 0]);
  expect(leader.number).toBe(4 + at.length);
});

test('what is due and cannot be decided is tried slower and slower, not each second; once it can be, all is as ever', async () => {
  let isBroken = true;
  const { time, at, counts, leader } = leaderOf((one, now) => {
    if (!isBroken) return void one.decide({ type: 'clock.ticked' }, now);
    one.rewind(one.number, now);
    throw new Error('a mistake of ours');
  });
  await time.pass(10 * minuteMs);
  expect(counts.faults).toBe(at.length);
  // 2, 4, 8, 16, 32 s, and then once a minute.
  expect(at.length).toBeLessThan(16);
  expect(at.length).toBeGreaterThan(10);
  isBroken = false;
  await time.pass(minuteMs);
  expect(counts.wells).toBeGreaterThan(0);
  expect(leader.number).toBeGreaterThan(4);
});
