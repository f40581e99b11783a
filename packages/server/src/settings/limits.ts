import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** A span that a timer of Node's waits for: one of more than 24.8 days would be over at once. A day is more than anybody needs. */
export const timerMs = v.pipe(v.number(), v.minValue(1), v.maxValue(24 * 3_600_000));
const limit = (by: number) => v.optional(count, by);

/**
 * What may be opened and what it may cost, so that nobody takes all. An address is an IPv4 address or an IPv6 /64.
 * Behind a proxy all come from one, unless `trustProxy` names it.
 */
export const Limits = v.strictObject({
  /** TCP connections, in all and per address, and how long a request's headers and the whole request may take. */
  connections: limit(20_000),
  connectionsPerAddress: limit(2_000),
  headersMs: v.optional(timerMs, 10_000),
  requestMs: v.optional(timerMs, 120_000),
  /** Sockets, in all and per address; those of signed-in agents do not count for their address. */
  sockets: limit(15_000),
  socketsPerAddress: limit(500),
  /** How long a socket may take to say which page it is. */
  connectMs: v.optional(timerMs, 10_000),
  /** Pages of one customer's visit at once. */
  pagesPerVisit: limit(20),
  /** What may wait for a page that does not read, in bytes. It is cut off then; when it comes back it catches up. */
  waitingBytes: limit(1_000_000),
  /** Frames per socket, whatever is in them: so many at once, and so many a second. Then it is cut off. */
  frameBurst: limit(1_000),
  framesPerSecond: limit(200),
  /** Commands per socket: so many at once, and so many a second. */
  commandBurst: limit(200),
  commandsPerSecond: limit(50),
  /** Interactions that are opened, per address: so many at once, and so many a minute. */
  interactionBurst: limit(60),
  interactionsPerMinute: limit(30),
  /** The same for one visit. */
  visitInteractionBurst: limit(10),
  visitInteractionsPerMinute: limit(5),
  /** Attempts to sign in per address and user name: so many at once, and so many a minute. */
  signInBurst: limit(10),
  signInsPerMinute: limit(10),
  /** Checks of the way to a call, per address: so many at once, and so many a minute. */
  doctorBurst: limit(20),
  doctorsPerMinute: limit(10),
  /** How an entry point stands, asked by pages without a chat, per address: so many at once, and so many a minute. */
  standingBurst: limit(60),
  standingsPerMinute: limit(120),
  /** Links that one agent, or one other system, makes: so many at once, and so many a minute. */
  invitationBurst: limit(100),
  invitationsPerMinute: limit(300),
  /** Letters that customers ask for, per address: so many at once, and so many a minute. */
  letterBurst: limit(5),
  lettersPerMinute: limit(2),
  /** Links that are none, tried from one address: so many at once, and so many a minute. */
  linkBurst: limit(20),
  linksPerMinute: limit(10),
  /** How long a command may wait for the store. */
  timeoutMs: v.optional(timerMs, 8_000),
});
export type Limits = v.InferOutput<typeof Limits>;
