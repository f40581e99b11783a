import type { RefusedReason } from '@eyeline/routing';
import type { ContentFault } from '../messages/content-fault.ts';

/**
 * What customers read where there is more to say than the code's own sentence (`failures` of the protocol). The code travels
 * beside it, and programs decide by the code.
 */
export const customerRefusals = {
  pageMayNotConnect:
    'This page may not connect. Please reach us in another way. For its makers: add its origin to the configuration.',
  notOnThisPage:
    'This chat is not open on this page. Please reach us in another way. For its makers: add its origin to the configuration.',
  tooManyConnections: 'Too many connections. Try again in a minute.',
  fieldMissing: (label: string) => `Please fill in “${label}”.`,
  fieldNoAddress: (label: string) => `Please give an e-mail address in “${label}”.`,
  fieldNoChoice: (label: string) => `Please choose from the list in “${label}”.`,
  fieldWrong: (label: string, message?: string) => message ?? `Please correct “${label}”.`,
  /** The field of a form that has none for the number. */
  phone: 'Phone',
  noCallbackHere: 'We do not call back here. Write to us instead.',
  callbackWhen: 'Say on which day and between what times we may call you.',
  callbackExpected: (what: string) => `Give ${what} as the time for our call.`,
  callbackPassed: (next: string) => `That time has passed. ${next}`,
  callbackClosed: (next: string) => `We are closed at that time. ${next}`,
  callbackFrom: (instant: number, timeZone: string) =>
    `We can call you from ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(instant)} on.`,
  writeInstead: 'Write to us instead.',
  agentIsThere: 'An agent is with you already.',
  surveyEarly: 'Say how it was when the conversation is over.',
  surveyOver: 'This survey has ended. Thank you all the same.',
  surveyEmpty: 'Answer one of the questions at least, or leave it out.',
  notPossibleNow: 'That is not possible at the moment.',
};

/** What agents read in the same way. */
export const agentRefusals = {
  commandIdTwice: 'Each command needs an id of its own.',
  endFirst: 'End the conversation first, then wrap it up.',
  wrapUpFirst: 'End the conversation and wrap it up first, then sign out.',
  accountDisabled: 'Your account is disabled. Finish your conversation; you will be signed out.',
  noCallback: 'This is no callback.',
  content: {
    ids: 'Two answers of this message have the same id.',
    fields: 'Two fields of this form have the same name.',
    options: 'A field of this form has nothing to choose from.',
    comma: 'A choice of a field that takes several has a comma and a space in it. Write it without.',
    host: 'The picture of this card is at a host that the configuration does not allow (pictureHosts).',
    picture: 'The picture of this card is not in this conversation.',
  } satisfies Record<ContentFault, string>,
  pick: {
    gone: 'This one does not wait any more.',
    taken: 'A colleague was quicker.',
    'not-eligible': 'This one is not for your skills, or is given out by itself.',
    'not-ready': 'Go ready for this kind of work first.',
    'no-room': 'You have as much in hand as you may have. Finish something first.',
    'voice-not-ready': 'Your phone is not free. Try again when it is.',
  } satisfies Record<RefusedReason, string>,
  takeOver: {
    gone: 'Nobody has answered yet. Wait for the colleague, or hand over instead.',
    taken: 'Somebody else has it already.',
    'not-eligible': 'The colleague does not do this kind of work. Hand over to somebody else.',
    'not-ready': 'The colleague is not ready for this kind of work. Hand over to somebody else.',
    'no-room': 'The colleague has too much else in hand for it. Hand over to somebody else.',
    'voice-not-ready': 'The colleague’s phone is not free for it. Hand over instead.',
  } satisfies Record<RefusedReason, string>,
};

/** Why a call gets no video, to either side. */
export const videoRefusals = {
  gone: 'The conversation has ended.',
  taken: 'The conversation is with somebody else now.',
  'not-eligible': 'This agent does not do video. The chat goes on.',
  'not-ready': 'The agent is not ready for video at the moment. The chat goes on.',
  'no-room': 'The agent is busy with something else that cannot be set aside for video. The chat goes on.',
  'voice-not-ready': 'The agent’s phone is not free at the moment. The chat goes on; try again in a moment.',
} satisfies Record<RefusedReason, string>;
