import { wordTable } from './word-table.ts';

// UCCX's spellings, and nowhere else. Left ours, right those of its administration API.

export const queueMedia = wordTable({ voice: 'VOICE', email: 'EMAIL', chat: 'CHAT' });
export type QueueMedium = (typeof queueMedia.own)[number];

export const routingTypes = wordTable({
  voice: 'VOICE',
  interactive: 'INTERACTIVE',
  'non-interactive': 'NONINTERACTIVE',
});
export type RoutingType = (typeof routingTypes.own)[number];

export const queuePools = wordTable({ skills: 'SKILL_GROUP', agents: 'RESOURCE_GROUP' });
export type QueuePool = (typeof queuePools.own)[number];

/** Which of the available agents a queue takes. */
export const selections = wordTable({
  'longest-available': 'Longest Available',
  'most-handled': 'Most Handled Contacts',
  'shortest-average-handle-time': 'Shortest Average Handle Time',
  'most-skilled': 'Most Skilled',
  'least-skilled': 'Least Skilled',
  'most-skilled-by-weight': 'Most Skilled by Weight',
  'least-skilled-by-weight': 'Least Skilled by Weight',
  'most-skilled-by-order': 'Most Skilled by Order',
  'least-skilled-by-order': 'Least Skilled by Order',
});
export type Selection = (typeof selections.own)[number];

/** `type` of a resource. */
export const resourceKinds = wordTable({ agent: '1', supervisor: '2' });
export type ResourceKind = (typeof resourceKinds.own)[number];

export const calendarKinds = wordTable({ always: 'FULLTIME', 'business-hours': 'FLEXIBLEHOURS' });
export type CalendarKind = (typeof calendarKinds.own)[number];

export const weekdays = wordTable({
  monday: 'MON',
  tuesday: 'TUE',
  wednesday: 'WED',
  thursday: 'THU',
  friday: 'FRI',
  saturday: 'SAT',
  sunday: 'SUN',
});
export type Weekday = (typeof weekdays.own)[number];

/** UCCX writes the secondary supervisor of a team without its "a", and refuses the right spelling. */
export const secondarySupervisorElement = 'secondrySupervisor';
