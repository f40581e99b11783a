const kinds = {
  asked: 0,
  held: 0,
  failed: 0,
  interrupted: 0,
  released: 0,
  command: 0,
  poll: 0,
  call: 0,
  /** One that comes after a command was sent and before it is carried out. */
  'call-between': 0,
  /** A state that the agent chose. */
  'hand-set': 0,
  'gadget-reload': 0,
  'gadget-silent': 0,
  'server-restart': 0,
  'feed-break': 0,
  'node-failover': 0,
  /** These while the agent is not ready by us, or asked to be. */
  'reload-while-held': 0,
  'restart-while-held': 0,
  'reason-lost-while-held': 0,
  'hand-set-while-held': 0,
  'notification-lost': 0,
  slow: 0,
  'supervisor-refused': 0,
  /** RONA: a call that was offered and not answered. */
  'no-answer': 0,
  '265': 0,
  '33': 0,
  '32761': 0,
  /** A command for somebody who cannot leave the state. */
  'reserved-outbound': 0,
};

/** What happened in a world, so that a test can see that it did. */
export type WorldCount = typeof kinds;
export type WorldKind = keyof WorldCount;

export function emptyCount(): WorldCount {
  return { ...kinds };
}
