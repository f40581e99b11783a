import * as v from 'valibot';
import { RoutingConfiguration, type RoutingConfigurationSource } from '../configuration/configuration.ts';

const source: RoutingConfigurationSource = {
  policy: { holdLimitMs: 60_000, ageingMs: null },
  skills: ['loans', 'german', 'vip'],
  defaultQueue: 'loans',
  queues: {
    loans: {
      skills: [{ skill: 'loans', atLeast: 3 }],
      maxWaitMs: 90_000,
      overflow: 'anybody',
      limit: 6,
      callback: { attempts: 2, retryMs: 20_000 },
    },
    german: {
      selection: 'most-skilled',
      steps: [
        { term: { all: [{ skill: 'german', atLeast: 8 }, { skill: 'loans' }] }, timeoutMs: 10_000 },
        { term: { any: [{ skill: 'german', atLeast: 8 }, { skill: 'vip' }] }, timeoutMs: 15_000 },
        { term: { skill: 'german' } },
      ],
      wrapUpMs: 30_000,
      stickyMs: 12_000,
    },
    anybody: { mode: 'both', selection: 'shortest-average-handle-time', priority: 3 },
    inbox: { mode: 'pull', domains: ['email', 'chat'], selection: 'most-handled' },
    outside: { mode: 'outside', maxWaitMs: 120_000, overflow: 'anybody', limit: 5, wrapUpMs: 20_000 },
  },
  agents: {
    ada: { skills: { loans: 5, german: 9 }, domains: { chat: 3, video: 1, email: 5, callback: 1 }, telephone: true },
    ben: { skills: { loans: 2, german: 4 }, domains: { chat: 2, video: 1, callback: 1 }, telephone: true },
    cem: { skills: { loans: 9, vip: 1 }, domains: { chat: 5, video: 1, voice: 1 }, telephone: true },
    dora: { skills: { german: 8 }, domains: { chat: 1, email: 2 } },
  },
  agentDefaults: { domains: { chat: 1, video: 1 } },
};

export const historyConfiguration = v.parse(RoutingConfiguration, source);

/** People learned, a queue is gone, another one wants no telephone. Nobody can do less at once than before. */
export const changedConfiguration = v.parse(RoutingConfiguration, {
  ...source,
  queues: {
    loans: { skills: [{ skill: 'loans' }], voice: 'ignored' },
    anybody: { mode: 'both' },
    inbox: { mode: 'pull', domains: ['email', 'chat'] },
    outside: { domains: ['chat', 'video'] },
  },
  agents: { ...source.agents, ben: { ...source.agents?.['ben'], skills: { loans: 8, german: 8 } } },
} satisfies RoutingConfigurationSource);

export const historyAgents = ['ada', 'ben', 'cem', 'dora', 'eli'];
