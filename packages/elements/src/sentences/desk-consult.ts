/** A colleague is asked, or asks. Names are `''` where nobody knows them. */
export const deskConsult = {
  title: 'Ask a colleague',
  question: 'Your question',
  questionMissing: 'Write what you want to know.',
  whom: 'Whom to ask',
  ask: 'Ask',
  seesNothing: (customer: string) => `${customer || 'The customer'} sees nothing of this.`,

  asking: (name: string) => `Asking ${name}`,
  closeQuestion: 'Close what you asked',
  askSomebodyElse: 'Ask somebody else',
  takeBack: 'Take the question back',
  handOverTo: (name: string) => `Hand over to ${name}`,
  writeTo: (name: string) => `Write to ${name}`,

  waitingFor: (name: string) => `Asking ${name || 'a colleague'}…`,
  lostConnection: (name: string) => `${name} lost the connection. What you write is shown when they are back.`,
  declined: (name: string) => `${name || 'Your colleague'} cannot help just now. Ask somebody else.`,
  notAnswered: (name: string) => `${name || 'Your colleague'} did not answer. Ask somebody else.`,
  nobodyThere: (name: string) =>
    `${name && `${name}: `}${name ? 'nobody' : 'Nobody'} can help at the moment. Ask somebody else.`,
  takenBack: 'You took the question back.',
  askerLeft: 'The conversation that this was about is over, and so is this.',
  takenOver: (name: string) => `${name || 'Your colleague'} has taken over.`,
  over: 'This is over.',

  asksAbout: (name: string, customer: string) => `${name} asks about ${customer || 'the customer'}`,
  asks: (name: string) => `${name} asks`,
  about: (customer: string) => `About ${customer || 'the customer'}`,
  toBeRead: (name: string, customer: string) => `${name}’s conversation with ${customer || 'the customer'}, to be read`,
  with: (name: string) => `With ${name}`,
  putAway: 'Put away',
  customerEnded: (customer: string) => `The conversation with ${customer || 'the customer'} has ended.`,
  youEnded: 'You have ended this.',
  theyEnded: (name: string) => `${name} has ended this. Thank you for helping.`,
  noLongerServed: 'This is over: your colleague does not serve them any more.',
};
export type DeskConsultSentences = typeof deskConsult;
