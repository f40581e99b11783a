/** What stands beside the round button while it is closed. */
export const launcher = {
  closed: 'We are closed.',
  closedFor: (holiday: string) => `Closed: ${holiday}.`,
  opens: (when: string) => `Opens ${when}.`,
};

export type LauncherSentences = typeof launcher;
