import { failures } from '@eyeline/protocol';

/** Of links by which customers come, to agents, administrators and those who program. */
export const invitationSentences = {
  noVideo: 'You do not take video, so nobody can come to you by a link.',
  noEntryPoint: 'No entry point has video. Switch it on in the configuration.',
  noText: 'Links do not go by text message here. Copy the link and pass it on.',
  noAddress:
    'It is not known under which address guests reach this server. Set "publicUrl" in the configuration to it.',
  notANumber: (number: string) => `“${number}” is no telephone number. Write it with its country, as +44 20 7946 0018.`,
  gatewayFailed: 'The gateway for text messages did not answer.',
  opened: 'Somebody has come by this link already.',
  notSent: {
    unknown: 'The link cannot be made any more. Send another.',
    used: 'Somebody has come by this link already.',
    expired: 'The link had expired before the message could be sent. Send another.',
    revoked: 'The link was withdrawn before the message was sent.',
  },
  /** What a guest is called of whom nothing is known, and the label of the number that a link went to. */
  guest: 'Guest',
  telephone: 'Telephone',
  takenByOther: 'A colleague meets this guest already.',
  agentsOnly: 'This link is for the agent. Open it at the desk.',
  guestsOnly: 'This link is for the customer. Pass it on.',
  standing: {
    early: failures['link-early'],
    used: failures['link-used'],
    expired: failures['link-expired'],
    revoked: failures['link-revoked'],
  },

  joseencrypt: (what: string, path: string | null) => `Give ${what}${path ? ` as "${path}"` : ''}, as JSON.`,
  meetingIdMissing: 'Give the "sub" for which links were asked as "meetingId", as JSON.',
  tooManyLinks: 'Ask for 25 links at most in one request, hosts and guests together, and for one at least.',
  noRooms: 'Room devices are not dialled here. Leave "flow" out.',
  signInNeeded: 'Hosts sign in here as agents. Leave "loginUrlForHost" out, or set it to true.',
  lifeOver: '"exp" has passed already, or does not come after "nbf". Both are seconds since 1970.',
  noSpaces: 'Spaces of devices are not offered here.',
  noMeeting: 'No link was asked for with this meetingId as "sub", or it has ended. Call /api/v2/joseencrypt first.',
  noNumbers: 'Give 1 to 25 telephone numbers as "mobileNumbersWithCountryCode", each as +44….',
  tokenMissing: 'Send "Authorization: Bearer" with a token that "npm run tokens" has made.',
  tokenForeign: 'This token is not known here, was revoked or has expired. Make another by "npm run tokens".',
  tooManyFromHere: 'Too many links that are none were tried from here. Wait a minute, then try again.',

  tokens: {
    whatToDo: (commands: readonly string[]) => `Say what to do: ${commands.join(', ')}. --help says more.`,
    nameMissing: 'Give the token a name by which you know it again: add NAME.',
    idMissing: 'Which one? Give its id: revoke ID. "list" shows them.',
    name: 'a name of 1 to 80 characters',
    scope: (scopes: readonly string[]) => `a scope: ${scopes.join(', ')}`,
    days: 'a number of days, from 1 to 3650',
    made: (token: string) => `${token}\nIt is shown only now: only a hash of it is kept.`,
    none: 'There is none.',
    line: (id: string, name: string, scope: string, since: string, until: string | null) =>
      `${id}\t${name}\t${scope}\tsince ${since}\t${until ? `until ${until}` : 'does not expire'}`,
    revoked: (id: string) => `${id} is revoked.`,
    unknown: (id: string) => `There is no token "${id}". List them to see which there are.`,
  },
};
