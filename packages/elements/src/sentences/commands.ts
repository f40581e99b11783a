/** What a developer reads whose command cannot be carried out. It stands in the console, so it is English everywhere. */
export const commands = {
  unknown: (command: string) => `There is no command "${command}". The README of the elements package names them all.`,
  unknownEvent: (name: string) =>
    `There is no event "${name}". Name it without "eyeline-", as on('message', listener).`,
  noListener: 'Give a function after the name of the event.',
  noValues: 'Give an object of texts by the name of the field.',
  noWho:
    'Give an object with id (up to 200 characters), name (80), email (254), phone (40) and token, as far as you know them, or null to forget who it was.',
  noAttributes:
    'Give an object of at most 30 texts (up to 500 characters), numbers, true and false by name (letters, digits, "-" and "_"); null takes one back.',
  noInvite:
    'Give the name of an event, or an invitation: { inviteId: "pricing", when: { afterMs: 30000 }, text: "…" }. The README has all of it.',
  noText: (longest: number) => `Give a text of 1 to ${longest} characters.`,
  noLocale: 'Give a language, as "de".',
  notLoaded: 'The chat could not be loaded. Look for the reason in the console above this, and try again.',
  noSession: 'Set the session of the element first: widget.session = createCustomerSession({ … }).',
  noConversation: 'There is no conversation. Begin one with startChat.',
  notOffered: (what: string) => `The entry point does not offer ${what} now. Look at its modes and its hours.`,
  cancelled: 'The widget ended before this was done. Try again when it is back.',
  destroyed: 'The widget was destroyed. Run the script tag again to have it back.',
};
