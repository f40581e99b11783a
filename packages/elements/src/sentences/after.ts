/** What there is when a conversation is over: how it was, and what was said to take along. */
export const after = {
  survey: 'How was it?',
  askStars: 'How did you like our help?',
  star: (stars: number) => `${stars} of 5 stars`,
  askNps: 'How likely are you to recommend us?',
  notAtAll: 'Not at all likely',
  veryLikely: 'Very likely',
  askText: 'What should we know?',
  answer: 'Send answer',
  skip: 'Not now',
  nothingYet: 'Answer at least one question.',
  answering: 'Your answer is being sent.',
  answered: 'Thank you. Your answer is with us.',

  transcript: 'Save what was said',
  asText: 'Text',
  asPage: 'Web page',
  fileName: 'chat',
  transcriptOf: (title: string) => `Conversation with ${title}`,
  times: (zone: string) => `Times: ${zone}`,
  byMail: 'E-mail',
  sendTranscript: 'Send what was said by e-mail',
  mailTo: 'To this address',
  mailSend: 'Send',
  mailCancel: 'Cancel',
  mailAsking: 'One moment',
  mailWaiting: (to: string) => `On its way to ${to}`,
  mailSent: (to: string) => `Sent to ${to}`,
  mailFailed: (to: string) => `It could not be sent to ${to}. Check the address and try again.`,
  file: (name: string) => `File: ${name}`,
};

export type AfterSentences = typeof after;
