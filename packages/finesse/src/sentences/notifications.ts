/** What became of the notifications. */
export const notifications = {
  madeAnew: (reason: string) => `The connection is made anew: ${reason}.`,
  stopped: 'The feed was stopped.',
  failed: (why: string) => `The notifications failed: ${why}`,
  noAddress: 'There is no address for notifications.',
  noPlain: (host: string) => `${host} does not take SASL PLAIN.`,
  otherResource: (host: string, given: string, wanted: string) =>
    `${host} gave the resource ${given} instead of ${wanted}.`,
  silent: (pings: number) => `The notification service did not answer ${pings} pings.`,
  closed: 'The notification service closed the connection.',
  noSubscriptionAnswer: (node: string) => `No answer to the subscription of ${node}.`,
  subscriptionRefused: (node: string, why: string) =>
    `The notification service refuses the subscription of ${node} (${why}).`,
};
