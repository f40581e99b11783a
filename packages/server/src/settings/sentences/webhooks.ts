/** Why nothing is delivered any more, by its code in the store. */
type Reason = 'gone' | 'failing' | 'dead-letters' | 'by-hand';

const reasons: Record<Reason, string> = {
  gone: 'it answered 410: it wants nothing any more',
  failing: 'it has taken nothing for about three days',
  'dead-letters': 'too much that it did not take was given up',
  'by-hand': 'an administrator wanted it',
};

interface WebhookLine {
  readonly id: string;
  readonly url: string | null;
  readonly paused: Reason | null;
  readonly deliveredAt: string | null;
  readonly behind: number;
  readonly lagging: number;
  readonly dead: number;
}

/** Of webhooks, to those who look after them. */
export const webhookSentences = {
  reasons,
  paused: (id: string, reason: Reason) =>
    `Webhook "${id}" is paused: ${reasons[reason]}. Nothing is lost. When its receiver is well again: npm run webhooks -- resume ${id}`,
  givenUp: (id: string, eventId: string, reason: string) =>
    `Webhook "${id}" did not take ${eventId} (${reason}): it is given up and kept as a dead letter.`,
  troubled: (id: string, reason: string) =>
    `Webhook "${id}" takes nothing (${reason}). It is tried again, slower and slower; npm run webhooks -- log ${id}`,
  well: (id: string) => `Webhook "${id}" takes what it is given again.`,
  storeFailed: 'Webhooks could not be delivered: the store failed. It is tried again.',
  secretBad: (path: string) => `${path}: expected "whsec_" and base64 of 24 to 64 bytes`,
  unknown: (id: string) => `There is no webhook "${id}". List them to see which there are.`,
  whatToDo: (commands: readonly string[]) => `Say what to do: ${commands.join(', ')}. --help says more.`,
  idMissing: 'Which one? Give its id. "list" shows them.',
  fromWhat:
    'Say from where: --from with a date as 2026-11-28T09:00:00Z, --interaction with an id, or --dead for what was given up.',
  notFuture: 'an instant that has passed, in UTC, as 2026-11-28T09:00:00Z',
  line: (one: WebhookLine) =>
    [
      one.id,
      one.paused === null ? (one.lagging > 0 ? 'in arrears' : 'well') : `paused: ${reasons[one.paused]}`,
      `${one.behind} behind, ${one.lagging} conversations wait, ${one.dead} given up`,
      one.deliveredAt === null ? 'nothing delivered yet' : `last delivered ${one.deliveredAt}`,
      one.url ?? '',
    ]
      .join('\t')
      .trimEnd(),
  none: 'There is none.',
  noAttempt: 'Nothing was delivered yet.',
  pausedByHand: (id: string) => `${id} is paused. Nothing is lost meanwhile.`,
  resumed: (id: string) => `${id} goes on.`,
  replayed: (id: string) => `${id} begins again from there. What it had is sent again, with the same ids.`,
};
