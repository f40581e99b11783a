import type { FailureCode } from '../failure-code.ts';

/** A page says this one by itself, of what it cannot read; it hears all others from the server. */
export const invalidPayload =
  'The message did not have the expected form. Reload the page; if it happens again, report it.';

/** The sentence that the server says with each refusal. A person can act on each of them. */
export const failures: Readonly<Record<FailureCode, string>> = {
  'invalid-payload': invalidPayload,
  'version-mismatch': 'This page and the server are of different versions. Reload the page.',
  'unknown-command': 'This server does not know that command. Reload the page to get the matching version.',
  'unknown-entry-point': 'This chat is not open yet. Please reach us in another way.',
  'invalid-form': 'A field of the form is missing or too long. Correct it and send the form again.',
  'message-too-long': 'A message holds at most 10 000 characters. Send it in several parts.',
  'too-many-requests': 'That was too fast. Wait a few seconds and try again.',
  'too-many-connections': 'Too many pages are connected from here. Close some, or try again in a minute.',
  starting: 'The service is starting. This page connects by itself in a moment.',
  'too-many-pages': 'This conversation is open in too many windows. Close some and reload this one.',
  'too-many-interactions': 'Too many conversations were started from here. Try again in a few minutes.',
  'proof-required': 'Show first that you are no robot, then try again.',
  'proof-refused': 'We could not see that you are no robot. Try again in a moment.',
  'token-invalid': 'This session is not valid. Start again.',
  'token-expired': 'This session has expired. Start again.',
  'wrong-credentials': 'The user name or the password is wrong.',
  'not-signed-in': 'Sign in first.',
  'not-allowed': 'That belongs to somebody else.',
  closed: 'We are closed at the moment. Leave a message, or come back when we are open.',
  'callback-not-possible': 'We cannot call you at that time. Choose another.',
  'consult-in-progress': 'You are asking a colleague already. End that first, then ask another.',
  'consult-gone': 'This consult is over.',
  'target-gone': 'That agent or queue cannot take it at the moment. Choose another.',
  'interaction-closed': 'This conversation has ended. Start a new one.',
  'unknown-reason': 'That reason is not configured. Choose one from the list.',
  'offer-gone': 'This offer is no longer open.',
  'task-gone': 'This task is no longer yours to wrap up.',
  'voice-channel-not-yours': 'This phone is somebody else’s. Sign in as the agent to whom the desktop belongs.',
  'call-in-progress': 'There is a call already. End it before you start another.',
  'call-gone': 'This call is no longer there.',
  'call-not-allowed': 'Video is not possible in this conversation at the moment.',
  'not-in-call': 'This page is not in the call’s media any more. Join it again.',
  'join-outdated': 'Another page or a later try has joined the call in place of this one. Go on there.',
  'transport-gone': 'That media connection is not one of yours, or of an earlier join. Join the call’s media again.',
  'producer-gone': 'That picture or sound is not in this call, or not any more.',
  'own-producer': 'That picture or sound is your own, which you do not receive.',
  'consumer-gone': 'You do not receive that picture or sound, or not any more. Ask for it again.',
  'codec-not-supported': 'This browser cannot show what the other side sends: they have no codec in common.',
  'media-unavailable': 'The media server is not ready. Try again in a moment; the chat goes on.',
  'store-unavailable': 'The message could not be stored. It will be sent again by itself.',
  'already-done':
    'That was done already, and its answer is not known any more. Reload the page to see how things stand.',
  'server-busy': 'The server is busy. Try again in a moment.',
  internal: 'Something went wrong on our side. Try again.',
};
