/** What agents read of a customer's earlier conversations. */
export const deskHistory = {
  history: 'Earlier conversations',
  more: 'Show more',
  goesOn: 'Open now',
  loading: 'Loading…',
  failed: 'The earlier conversations could not be loaded.',
  tryAgain: 'Try again',
  nothingWritten: 'Nothing was written.',
  partial: 'Left out: what was written before the customer was verified.',
  customer: 'Customer',
  agent: 'Agent',
  file: (name: string) => `File: ${name}`,
  picture: 'Picture',
  handled: 'Handled',
  abandoned: 'Customer left',
  transferred: 'Handed over',
  missed: 'Missed',
};
