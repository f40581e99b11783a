/** What an agent reads at the desk whatever they do, and where there is nothing to do. Names are `''` where nobody knows them. */
export const desk = {
  unavailable: 'The server does not serve this desk.',
  reload: 'Reload',
  connecting: 'Connecting…',
  dismiss: 'Dismiss',
  close: 'Close',
  end: 'End',
  customer: 'Customer',
  somebody: 'Somebody',

  empty: {
    ready: {
      title: 'You are ready',
      sentence: 'The next customer comes to you by themselves. You will see and hear it.',
    },
    'not-ready': { title: 'You are not ready', sentence: 'Go ready, and customers are offered to you.' },
    offline: {
      title: 'You are not connected',
      sentence: 'No customer is offered to you until the connection is back.',
    },
  },
};
export type DeskSentences = typeof desk;
