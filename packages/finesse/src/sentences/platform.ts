/** What the Customer Collaboration Platform answered about tasks; `stated` is its status and what it said. */
export const platform = {
  tooManyTags: (most: number, count: number) => `A task of CCE has at most ${most} tags, not ${count}.`,
  notBinding: (variable: string) =>
    `"${variable}" does not reach the agent: use cv_1 to cv_10, or user_NAME for an ECC variable that is enabled in Configuration Manager > Tools > List Tools > Expanded Call Variable List (packaged CCE: in Unified CCE Administration).`,
  feedNeedsAccount: (feed: string) =>
    `The task feed "${feed}" can be looked up only with an account of the platform: configure one, or the feed's number.`,
  cutOff: (name: string, most: number, value: string) =>
    `CCE keeps ${most} characters of the ${name}; "${value.slice(0, 60)}" has ${value.length}.`,
  noSuchVariable: (name: string) => `CCE has the call variables cv_1 to cv_10, not ${name}.`,
  notTaken: (feedId: string) => (stated: string) =>
    `The platform did not take the task (${stated}): see that the task feed ${feedId} exists under Customer Collaboration Platform > Configuration > Feeds.`,
  aboutTask: (stated: string) => `The platform answers ${stated} about a task.`,
  toEnd: (stated: string) => `The platform answers ${stated} to the end of a task.`,
  noFeeds: (stated: string) => `The platform does not list its feeds (${stated}).`,
  notOneFeed: (count: number, name: string, there: readonly string[]) =>
    `The platform has ${count === 0 ? 'no task feed' : 'more than one task feed'} "${name}"; there are: ${there.join(', ') || 'none'}. See Customer Collaboration Platform > Configuration > Feeds, and give its number where the name is not its own.`,
  otherAddress: (address: string, origin: string) =>
    `The task's address ${address} is not at ${origin}: use the platform's own full name.`,
  noAccount: 'The platform wants an account for this: none is configured for it.',
  accountRefused: (userId: string, origin: string) =>
    `The platform refuses the account ${userId}: use one that signs in at ${origin}, an administrator of it; nothing more is tried with it until the next start.`,
};
