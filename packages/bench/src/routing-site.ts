import type { AgentId } from '@eyeline/protocol';
import { decide, emptyRouting, RoutingConfiguration, type RoutingState } from '@eyeline/routing';
import * as v from 'valibot';
import type { RoutingRandom } from './routing-random.ts';

export const queueCount = 1_000;
export const skillCount = 200;
const skillsPerAgent = 5;

export const agentIdOf = (index: number) => `agent-${index}` as AgentId;

/** A contact centre of a size: every queue asks for one or two of the skills, every agent has five of them. */
export function createSite(agents: number, random: RoutingRandom): RoutingState {
  const skill = () => `skill-${random.below(skillCount)}`;
  const level = () => 1 + random.below(10);
  const queues = Array.from({ length: queueCount }, (_, index) => {
    const skills = [{ skill: `skill-${index % skillCount}`, atLeast: level() }];
    if (index % 5 === 4) skills.push({ skill: skill(), atLeast: 1 });
    return [`queue-${index}`, { skills, domains: ['chat', 'video'] }] as const;
  });
  const people = Array.from({ length: agents }, (_, index) => {
    const skills = Array.from({ length: skillsPerAgent }, () => [skill(), level()] as const);
    return [agentIdOf(index), { skills: Object.fromEntries(skills), domains: { chat: 1, video: 1 } }] as const;
  });
  return emptyRouting(
    v.parse(RoutingConfiguration, {
      skills: Array.from({ length: skillCount }, (_, index) => `skill-${index}`),
      queues: Object.fromEntries(queues),
      defaultQueue: 'queue-0',
      agents: Object.fromEntries(people),
    }),
  );
}

export function signIn(state: RoutingState, agents: number, now: number): void {
  for (let index = 0; index < agents; index += 1) {
    const agentId = agentIdOf(index);
    decide(state, { type: 'agent.signed-in', agentId }, now);
    decide(state, { type: 'agent.asked-ready', agentId, domains: ['chat', 'video'] }, now + index);
  }
}
