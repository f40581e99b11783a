/** What an administrator reads of the connection with Cisco: at the start, of the directory, and of what a gadget refused. */
export const ciscoSentences = {
  /** A fault of what the configuration names there. */
  at: (path: string, why: string) => `${path}: ${why}`,
  noFinesse: 'There is no section "finesse": FINESSE.md says what belongs into it.',
  noDirectory: 'There is no section "directory": DIRECTORY.md says what belongs into it.',
  noDirectoryIn: (path: string) =>
    `${path} has no section "directory". packages/server/DIRECTORY.md says what belongs into it.`,
  noAuthority: (path: string, file: string) =>
    `${path}: the file ${file} is no certificate in PEM. Download tomcat.pem, or its CA, in Cisco Unified OS Administration > Security > Certificate Management.`,
  namesFromCisco: (why: string) => `The configuration names what Cisco has to tell first. ${why}`,
  noSkill: (name: string, known: readonly string[]) => `UCCX has no skill "${name}", only ${known.join(', ')}.`,
  noPassword: (userId: string) =>
    `${userId} has no password: write where it is under finesse.agents, or leave own-credential out of finesse.ways.`,
  uccxMissing: 'Skills come from Cisco only with UCCX: set directory.uccx.',
  platformFromNextStart: 'The platform of finesse.taskRouting counts from the next start: restart.',
  noWay: (way: string) => `There is no way ${way} to agents of Finesse.`,
  makeReady: 'make ready in Finesse whoever is not ready because of a conversation.',
  makeRoutable: 'make routable in Finesse whoever is not because of a conversation: going ready there does it.',
  fileUnreadable: (path: string, code: string, advice: string) =>
    `${path} cannot be read (${code}). Make it readable for this server; or delete it, and ${advice}`,
  fileDamaged: (path: string, advice: string) => `${path} is damaged. Delete it, and ${advice}`,

  noServer: (server: string) => `No server answers at ${server}. Start it, or use --config without --server.`,
  otherServer: (server: string) => `${server} is no Eyeline server of this version. Check --server.`,
  askTheServer: (why: string) => `${why} Where the server runs, ask it with --server.`,
  serverOrConfig: 'Give --server URL and --username USER, or --config FILE. --help says more.',
  refused: (faults: readonly string[]) =>
    `Nothing is done, for the outcome could not be used. Correct ${faults.join('; ')}.`,
  outcomes: { unchanged: 'Nothing to do.', different: 'Dry run: nothing was done.', synchronised: 'Done.' },

  gadget: {
    gone: 'The desktop’s gadget is not connected any more.',
    tooLate: 'The command reached the gadget too late.',
    notAsExpected: 'The gadget sees another state than the server.',
    unknownReason:
      'The gadget does not find finesse.reason among the agent’s not-ready reasons: correct it, or give the reason to the agent’s team in Finesse’s administration.',
    pendingNotAllowed: 'Finesse takes no change during this call.',
    onManualCall: 'The agent is on a call that routing did not give.',
    invalidState: 'Finesse does not allow the change in this state.',
    notConfirmed: 'The gadget did not answer in time.',
    failed: 'Finesse refused the gadget’s change: the console of the agent’s browser says why.',
  },
};
