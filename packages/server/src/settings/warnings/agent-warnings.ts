import { type AgentConfiguration, isSatisfied, type QueueConfiguration, type RoutingDomain } from '@eyeline/routing';
import type { Config } from '../config.ts';
import { configWarningSentences } from '../sentences/config-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';

/** Queues that nobody may serve, and agents who are there twice. With a directory, agents come from elsewhere. */
export function agentWarnings({ routing, directory }: Config): readonly ConfigWarning[] {
  const { agents, agentDefaults, queues } = routing;
  const usernames = Object.keys(agents).map(username => username.toLowerCase());
  const twice = Object.keys(agents).flatMap((username, index) =>
    usernames.indexOf(username.toLowerCase()) < index
      ? [
          {
            path: `routing.agents.${username}`,
            sentence: configWarningSentences.agentTwice,
          },
        ]
      : [],
  );
  if (directory) return twice;
  const all = [...Object.values(agents), agentDefaults];
  return [...twice, ...Object.entries(queues).flatMap(([queueId, queue]) => queueWarnings(queueId, queue, all))];
}

function queueWarnings(
  queueId: string,
  queue: QueueConfiguration,
  agents: readonly AgentConfiguration[],
): readonly ConfigWarning[] {
  // Somebody else chooses whom.
  if (queue.mode === 'outside') return [];
  const path = `routing.queues.${queueId}`;
  const skilled = agents.filter(agent => isSkilled(agent, queue));
  if (skilled.length === 0)
    return [
      {
        path: queue.steps.length > 0 ? `${path}.steps` : `${path}.skills`,
        sentence: configWarningSentences.nobodySkilled,
      },
    ];
  const unable = queue.domains.filter(domain => !skilled.some(agent => agent.domains[domain] > 0));
  return unable.length < queue.domains.length || unable.length === 0 ? [] : [unserved(path, unable)];
}

const unserved = (path: string, domains: readonly RoutingDomain[]): ConfigWarning => ({
  path: `${path}.domains`,
  sentence: configWarningSentences.nobodyTakes(domains),
});

const isSkilled = ({ skills }: AgentConfiguration, queue: QueueConfiguration): boolean =>
  queue.steps.length > 0
    ? queue.steps.some(({ term }) => isSatisfied(term, skills))
    : queue.skills.every(term => isSatisfied(term, skills));
