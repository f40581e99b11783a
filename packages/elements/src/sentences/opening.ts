/** When something will be, within a sentence. */
export const opening = {
  today: 'today',
  tomorrow: 'tomorrow',
  on: (date: string) => `on ${date}`,
  at: (day: string, time: string) => `${day} at ${time}, your time`,
  between: (day: string, from: string, until: string) => `${day} between ${from} and ${until}`,
};

export type OpeningSentences = typeof opening;
