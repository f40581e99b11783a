import type { DomainState } from '@eyeline/protocol';

/** Agents and queues that can be asked or handed over to. */
export const deskTargets = {
  handOverTo: 'Hand over to',
  search: 'Search agents and queues',
  searchHint: 'Search',
  looking: 'Looking who is there…',
  found: (count: number) => `${count} found`,
  nobodyToTakeIt: 'Nobody and no queue by that name can take it.',
  nobodyToAsk: 'Nobody and no queue by that name can be asked.',
  /** The queue of a contact centre that names none. */
  anybody: 'Anybody',
  states: {
    ready: 'Ready',
    active: 'At work, can take more',
    busy: 'Busy',
    reserved: 'Being offered somebody',
    'pending-not-ready': 'Leaving soon',
    interrupted: 'In a call',
    'not-ready': 'Not ready',
  } satisfies Record<DomainState, string>,
  emptyQueue: 'Queue, nobody waiting',
  queueWith: (waiting: number) => `Queue, ${waiting} waiting`,
};
export type DeskTargetsSentences = typeof deskTargets;
