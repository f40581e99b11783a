import { wordTable } from './word-table.ts';

// The spellings of Task Routing (Customer Collaboration Platform), and nowhere else.

/** A task at the platform. Words that are not in the documents are `unknown`: keep polling. */
export const platformTaskStates = wordTable({
  requested: 'UNREAD',
  queued: 'QUEUED',
  offered: 'RESERVED',
  handled: 'HANDLED',
  closed: 'DISCARDED',
  unknown: 'UNKNOWN',
});
export type PlatformTaskState = (typeof platformTaskStates.own)[number];
