import * as v from 'valibot';
import { Weekday } from '../calendar/weekday.ts';
import { RoutingConfiguration, type RoutingConfigurationSource } from '../configuration/configuration.ts';

/** From an evening into the night it is open for two minutes in three; else never. */
function openings(offset: number) {
  const time = (minute: number) => {
    const [hours, minutes] = [Math.floor(minute / 60) % 24, minute % 60];
    return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  };
  return Array.from({ length: 12 }, (_, index) => {
    const from = 23 * 60 + offset + index * 3;
    const to = from + 2;
    return {
      days: [...Weekday.options],
      from: time(from),
      to: time(to),
      overnight: Math.floor(to / 1440) > Math.floor(from / 1440),
    };
  });
}

const source: RoutingConfigurationSource = {
  calendars: {
    office: { zone: 'Europe/Berlin', hours: openings(0) },
    counter: { zone: 'Europe/Berlin', hours: openings(1) },
  },
  policy: { holdLimitMs: 60_000, ageingMs: null },
  // Nobody is disturbed at an e-mail.
  domains: { email: { interruptible: false } },
  skills: ['loans', 'german', 'vip'],
  defaultQueue: 'loans',
  queues: {
    loans: {
      skills: [{ skill: 'loans', atLeast: 3 }],
      maxWaitMs: 90_000,
      overflow: 'anybody',
      limit: 6,
      callback: { attempts: 2, retryMs: 20_000 },
      calendar: 'office',
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
    anybody: {
      mode: 'both',
      selection: 'shortest-average-handle-time',
      priority: 3,
      callback: { attempts: 3, retryMs: 10_000, within: 'calendar' },
      calendar: 'office',
    },
    inbox: { mode: 'pull', domains: ['email', 'chat'], selection: 'most-handled' },
    outside: { mode: 'outside', maxWaitMs: 120_000, overflow: 'anybody', limit: 5, wrapUpMs: 20_000 },
  },
  agents: {
    ada: { skills: { loans: 5, german: 9 }, domains: { chat: 3, video: 1, callback: 1 }, voiceChannel: true },
    ben: { skills: { loans: 2, german: 4 }, domains: { chat: 2, video: 1, callback: 1 }, voiceChannel: true },
    cem: { skills: { loans: 9, vip: 1 }, domains: { chat: 5, video: 1, email: 2, callback: 1 }, voiceChannel: true },
    dora: { skills: { german: 8, loans: 3 }, domains: { chat: 1, callback: 1 } },
  },
  agentDefaults: { domains: { chat: 1, video: 1, callback: 1 } },
};

const historyConfiguration = v.parse(RoutingConfiguration, source);

/** People learned, a queue is gone, another one wants no phone. Nobody can do less at once than before. */
const changedConfiguration = v.parse(RoutingConfiguration, {
  ...source,
  policy: { ...source.policy, ageingMs: 15_000 },
  calendars: { office: { zone: 'Europe/Berlin', hours: openings(2) } },
  queues: {
    loans: { skills: [{ skill: 'loans' }], voice: 'ignored' },
    anybody: { mode: 'both', callback: { attempts: 2, retryMs: 10_000 }, calendar: 'office' },
    inbox: { mode: 'pull', domains: ['email', 'chat'] },
    outside: { domains: ['chat', 'video'] },
  },
  agents: { ...source.agents, ben: { ...source.agents?.['ben'], skills: { loans: 8, german: 8 } } },
} satisfies RoutingConfigurationSource);

/** The same with ageing. */
const ageingConfiguration = v.parse(RoutingConfiguration, {
  ...source,
  policy: { ...source.policy, ageingMs: 10_000 },
} satisfies RoutingConfigurationSource);

export const configurations = [historyConfiguration, ageingConfiguration, changedConfiguration];

export const historyQueues = ['loans', 'german', 'anybody', 'inbox', 'outside'];
export const historyAgents = ['ada', 'ben', 'cem', 'dora', 'eli'];
