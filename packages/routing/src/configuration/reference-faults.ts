import { describe, type Fault } from '../calendar/fault.ts';
import { own } from '../own.ts';
import type { RoutingConfiguration } from './configuration.ts';
import type { QueueConfiguration } from './queue-configuration.ts';
import { type PlacedSkillTerm, skillTerms } from './skill-terms.ts';

/** What a schema cannot see: names that lead nowhere, bounds that exclude each other, overflows that go in a circle. */
export function referenceFaults(configuration: RoutingConfiguration): readonly Fault[] {
  const { queues, agents, agentDefaults, skills, defaultQueue, calendars } = configuration;
  const known = new Set(skills);
  const knownSkill = `one of the skills: ${skills.join(', ') || '(none is listed)'}`;
  const knownQueue = `one of the queues: ${Object.keys(queues).join(', ')}`;
  const knownCalendar = `one of the calendars: ${Object.keys(calendars).slice(0, 20).join(', ') || '(there is none)'}`;
  const faults: Fault[] = [];
  const fault = (path: string, expected: string, received: unknown) =>
    faults.push({ path, expected, received: describe(received) });

  for (const [queueId, queue] of Object.entries(queues)) {
    const path = `queues.${queueId}`;
    for (const { path: at, term } of termsOf(queue, path)) {
      if (!known.has(term.skill)) fault(`${at}.skill`, knownSkill, term.skill);
      if (term.atMost !== undefined && term.atMost < (term.atLeast ?? 0))
        fault(`${at}.atMost`, `at least atLeast, ${term.atLeast}`, term.atMost);
    }
    if (queue.skills.length > 0 && queue.steps.length > 0)
      fault(`${path}.steps`, 'none, since there are skills: skills or steps, not both', queue.steps);
    queue.steps.forEach((step, index) => {
      if (index < queue.steps.length - 1 && step.timeoutMs === undefined)
        fault(`${path}.steps.${index}.timeoutMs`, 'a span in ms, since another step follows', undefined);
    });
    if (queue.calendar !== undefined && !own(calendars, queue.calendar))
      fault(`${path}.calendar`, knownCalendar, queue.calendar);
    if (queue.callback && !queue.domains.includes('callback'))
      fault(`${path}.domains`, '"callback" among them, since `callback` is there', queue.domains);
    if (queue.overflow === undefined) continue;
    if (!own(queues, queue.overflow)) fault(`${path}.overflow`, knownQueue, queue.overflow);
    else if (overflowsToItself(queues, queueId))
      fault(`${path}.overflow`, 'a queue whose overflows do not lead back here', queue.overflow);
  }
  for (const [path, agent] of [
    ...Object.entries(agents).map(([agentId, agent]) => [`agents.${agentId}`, agent] as const),
    ['agentDefaults', agentDefaults] as const,
  ])
    for (const skill of Object.keys(agent.skills))
      if (!known.has(skill)) fault(`${path}.skills.${skill}`, knownSkill, skill);
  if (!own(queues, defaultQueue)) fault('defaultQueue', knownQueue, defaultQueue);
  return faults;
}

const termsOf = (queue: QueueConfiguration, path: string): readonly PlacedSkillTerm[] => [
  ...queue.skills.map((term, index) => ({ path: `${path}.skills.${index}`, term })),
  ...queue.steps.flatMap(({ term }, index) => skillTerms(term, `${path}.steps.${index}.term`)),
];

function overflowsToItself(queues: RoutingConfiguration['queues'], queueId: string): boolean {
  const seen = new Set<string>();
  let next = own(queues, queueId)?.overflow;
  while (next !== undefined && !seen.has(next)) {
    if (next === queueId) return true;
    seen.add(next);
    next = own(queues, next)?.overflow;
  }
  return false;
}
