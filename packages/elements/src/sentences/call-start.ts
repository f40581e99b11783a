import type { CallKind, EscalationObstacle, Role } from '@eyeline/protocol';

type ByKind = Record<CallKind, string>;

/** The ways from a chat into a call, and why there is none. */
export const callStart = {
  /** What is pressed; the first kind that may be started. */
  starts: {
    'two-way': 'Start video',
    'one-way': 'Start one-way video',
    voice: 'Start voice call',
    companion: 'Start video beside the telephone call',
  } satisfies ByKind,
  /** What each kind means to the one who chooses it. */
  meanings: {
    agent: {
      'two-way': 'Both show their camera.',
      'one-way': 'The customer shows their camera. Yours stays closed.',
      voice: 'Both only hear each other.',
      companion: 'Both show their camera. The sound stays on the telephone.',
    },
    customer: {
      'two-way': 'Both show their camera.',
      'one-way': 'You show your camera. You see nobody.',
      voice: 'Both only hear each other.',
      companion: 'Both show their camera. The sound stays on the telephone.',
    },
  } satisfies Record<Role, ByKind>,
  otherWays: 'Other kinds of call',
  notNow: {
    'not-offered': 'No calls are offered here.',
    'not-served': 'A call is possible as soon as somebody is there.',
    'agent-without-video': 'Nobody with video is ready at the moment.',
    'agent-busy': 'A call is not possible now: other work is in the way.',
  } satisfies Record<EscalationObstacle, string>,
  offline: 'A call is possible again when the connection is back.',
};

export type CallStartSentences = typeof callStart;
