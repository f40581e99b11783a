/** What an administrator reads of accounts, over HTTP and from the command. */
export const accountSentences = {
  usernameTaken: (username: string) => `There is an agent "${username}" already. Choose another user name.`,
  unknown: (username: string) => `There is no account "${username}". List them to see which there are.`,
  fromCisco: (username: string) =>
    `"${username}" comes from Cisco. Change it there; the next synchronisation brings it here.`,
  lastAdministrator: 'This is the last administrator. Make somebody else an administrator first.',
  password: { shortest: 'a password of at least 8 characters', longest: 'a password of at most 200 characters' },
  name: { missing: 'a name that customers see', longest: 'a name of at most 80 characters' },
  role: (roles: readonly string[]) => `the role ${roles.slice(0, -1).join(', ')} or ${roles.at(-1)}`,

  added: (username: string, name: string) => `${name} can sign in as ${username}.`,
  disabled: (username: string) => `${username} cannot sign in any more.`,
  enabled: (username: string) => `${username} can sign in again.`,
  passwordReset: (username: string) => `${username} has another password, and has to sign in again.`,
  roleChanged: (username: string, role: string) => `${username} is of the role ${role} now.`,
  token: (tokenId: string, since: string, until: string) => `${tokenId}\tsince ${since}\tuntil ${until}`,
  noToken: 'There is none.',
  revoked: (count: number) => `Tokens revoked: ${count}.`,
  isDisabled: 'disabled',
  isOfDemo: 'of the demo',
  isCiscos: 'from Cisco',
  whatToDo: (commands: readonly string[]) => `Say what to do: ${commands.join(', ')}. --help says more.`,
  whose: (command: string) => `Whose account? Give its user name: ${command} USER.`,
  expected: (what: string) => `Give ${what}.`,

  /** Who answered a command, on stderr. */
  serverAsked: (store: string) => `(The server that runs with ${store} was asked.)`,
  storeAsked: (store: string) => `(No server of this folder runs with ${store}: the store itself was asked.)`,
  storeMade: (store: string) => `(There was no store in ${store}: a new one was made.)`,
  noStore: (directory: string) =>
    `There is no store in ${directory}. Check the path given with --data, or start the server first.`,
  storeHeld: (directory: string) =>
    `A server that does not answer yet, or another command, has the store in ${directory} open. Try again when it is ready, or stop it first.`,
};
