/** What is wrong in a configuration, and where it was looked for. A fault is read as: its path, expected this, found that. */
export const configSentences = {
  configuration: 'The configuration',
  configurationIn: (path: string) => `The configuration ${path}`,
  notValid: (where: string, faults: readonly string[]) => `${where} is not valid. Correct ${faults.join('; ')}.`,
  fault: (path: string, expected: string, received: string) =>
    `${path || 'the whole'}: expected ${expected}, found ${received}`,
  unknownKey: (path: string, near: string | undefined) =>
    `${path}: there is no such key${near === undefined ? '' : ` (did you mean "${near}"?)`}`,
  unreadable: (path: string) => `The configuration ${path} cannot be read. Check its path and its rights.`,
  tooDeep: (path: string) => `The configuration ${path} is nested too deeply.`,
  noJson: (path: string, why: string) => `The configuration ${path} is not valid JSON: ${why}.`,
  inLine: (what: string, line: number) => `${what} in line ${line}`,

  /** What `--check` says at its end. */
  isValid: (path: string) => `${path} is valid.`,
  hasWarnings: (path: string) => `${path} can be used. What is probably not meant is above.`,
  hasFaults: (path: string) => `${path} cannot be used. Correct what is above.`,
  error: (fault: string) => `error: ${fault}`,
  warning: (line: string) => `warning: ${line}`,

  oneOf: (what: string, there: readonly string[]) => `one of the ${what}: ${there.join(', ') || '(there is none)'}`,
  aCountry: 'the two letters of a country, as GB for the United Kingdom',
  uniqueId: 'an id that is not there twice',
  uniqueCode: 'a code that no choice before it has',
  uniqueField: 'a name that no field before it has',
  uniqueInvite: 'an inviteId that no other has',
  anOption: 'at least one option to select',
  noComma: 'an option without a comma and a space, since several may be chosen',
  aPattern: 'a pattern as RE2 has them',
  fieldOfType: (type: string, step: string, key: string) =>
    `a field of type "${type}", since ${key === 'modes' ? 'modes has' : 'the fallback has'} "${step}"`,
  uniqueMode: 'a mode that is not there twice',
  videoForMode: 'true, since modes has "video"',
  kindForMode: 'the kind of call that the mode "video" begins, as "two-way"',
  servedDomain: 'a step that some queue serves: none has the domain',
  servedCallback: 'a step that some queue serves: none has `callback`',
  finesseForDirectory: 'nodes and account, which the section directory needs',
  taskRouting: 'the section finesse with its part taskRouting, the platform that takes the tasks',
  ownQueue: 'a queue that Eyeline routes',
  noMode: 'no mode beside taskRouting',
  relayNeedsTurn: '"all", since iceServers names no TURN server that could relay',
  oneCredential: 'either `secret`, or `username` and `credential`',
  turnCredential: '`secret`, or `username` and `credential`, which a TURN server wants',
  noSecret: 'no such key, since a STUN server asks for none',

  soundContent: 'a message that can be sent as it stands',

  keyOfItsOwn: 'a key that no other application has',
  nothing: 'nothing',
  none: 'none',
  noField: 'no field',
  noFinesse: 'no finesse',
  noneInFinesse: 'none in finesse',
  bothCredentials: 'both',
  noCredential: 'none of them',
  aSecret: 'one',
  notShown: 'something that is not shown here',
};
