/** Times and spans, where a date is not what a person would say. */
export const moment = {
  now: 'now',
  ago: (minutes: number) => `${minutes} min ago`,
  today: 'Today',
  yesterday: 'Yesterday',
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
};

export type MomentSentences = typeof moment;
