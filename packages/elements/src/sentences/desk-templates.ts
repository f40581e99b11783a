/** Messages that are prepared, or made at once, at the desk. */
export const deskTemplates = {
  open: 'Templates',
  find: 'Find a template',
  none: 'No template has this name.',
  noneHere: 'There are no templates for this conversation yet. Your administrator can add some.',
  preview: 'This is what the customer gets',
  language: 'Language',
  sendIt: 'Send',
  back: 'Back',
  quickReplies: 'Ask with answers to choose from',
  question: 'Question',
  answers: 'Answers, one per line',
  tooFew: 'Write a question and at least one answer.',
  tooMany: 'Write at most 10 answers, each with at most 80 characters.',
};

export type DeskTemplatesSentences = typeof deskTemplates;
