/** What an administrator reads in the console of an agent's browser when Cisco's desktop did not do what was asked. */
export const desktopSentences = {
  noReasons: 'Finesse did not tell its not-ready reasons.',
  labelled: (label: string) => `"${label}"`,
  withCode: (code: number) => `with the code ${code}`,
  noReason: (reason: string) => `There is no not-ready reason ${reason} that an agent may choose.`,
  manyReasons: (reason: string) => `There is more than one not-ready reason ${reason} that an agent may choose.`,
  answers: (status: number, method: string, path: string) => `Finesse answers ${status} to ${method} ${path}.`,
  notRoutableKnown: (mediaId: string) => `Finesse does not tell whether the agent is routable in ${mediaId}.`,
  notShown: (what: string) => `Finesse did not show in time that ${what}.`,
  brokeOff: 'Finesse’s notifications broke off.',
  otherState: (now: string, wanted: string) => `Finesse shows ${now} instead of ${wanted}.`,
  notNotified: (wanted: string) => `Finesse did not notify ${wanted} in time.`,
  refused: (wanted: string) => `Finesse refused ${wanted}.`,
};
