/** What a configuration says and probably does not mean, beside the path of each. */
export const configWarningSentences = {
  queueWithoutChat: (queue: string) =>
    `The queue "${queue}" serves no chat, with which the widget begins. Add "chat" to its domains, name another queue, or leave "chat" out of modes.`,
  noSite: 'This is no address of a site, so that no page has it. Correct it.',
  otherOrigin: (origin: string) => `Browsers write it ${origin}, so that this one never matches. Write it so.`,
  plainSite: 'Browsers give pages over http no camera and no microphone. Serve the site over https.',
  labelTwice: (label: string) => `Another choice is shown as "${label}" too. Rename one.`,
  queueUnreached:
    'No entry point, rule or overflow leads here: only agents can, by transfer. Name it there, or remove it.',
  queueNameTwice: (name: string) => `Another queue is shown as "${name}" too. Rename one.`,
  videoInstead:
    'Nothing comes before video, so that it is never given instead of anything. Remove "video" from what is given instead.',
  chatInstead:
    'No entry point has the mode "video", so customers ask for a chat to begin with and are never given one instead. Remove "chat", unless a program of yours opens with video.',
  rulesUnreached: (ruleId: string) => `They are never looked at: the site’s rule "${ruleId}" always stops before.`,
  ruleUnreached: (ruleId: string) =>
    `It is never looked at: the rule "${ruleId}" before it has no condition and stops.`,
  fieldNowhere: (field: string) =>
    `No entry point’s form has a field "${field}", so that this never holds. Correct the name, or add the field.`,
  fieldNotHere: (field: string) =>
    `The form of this entry point has no field "${field}", so that this never holds. Correct the name, or add the field.`,
  noSuchValue: (attribute: string, value: string, known: readonly string[]) =>
    `There is no ${attribute} "${value}", only ${known.join(', ')}.`,
  agentTwice: 'The same user name is there already; this one counts. Remove one.',
  nobodySkilled:
    'Nobody has these skills at these levels, so that nobody is ever offered anything. Give them to somebody in routing.agents or agentDefaults.',
  nobodyTakes: (domains: readonly string[]) =>
    `No agent who may serve this queue takes ${domains.join(' or ')}. Raise it in the domains of somebody in routing.agents or agentDefaults.`,
  neverOpen: 'It has neither hours nor openings, so that it is never open. Add some.',
  calendarUnused: 'No entry point, queue or rule asks it. Name it there, or remove it.',
  waitTooShort: (maxWaitMs: number, offerTimeoutMs: number) =>
    `The wait ends after ${maxWaitMs} ms, before the first agent has had the ${offerTimeoutMs} ms to answer an offer. Make it longer, or offerTimeoutMs shorter.`,
  spanTooShort: (ms: number) =>
    `${ms} ms is less than a second. All spans are in ms: ${ms} seconds are ${ms * 1000}, ${ms} minutes ${ms * 60_000}.`,
  notInEnvironment: (name: string) =>
    `The environment has no ${name}. Set it to the secret where the server is started.`,
  fileUnreadable: (file: string) => `The file ${file} cannot be read. Correct the path, or its rights.`,
  folderNotWritable: (folder: string) =>
    `The folder ${folder} cannot be written or made. Correct the path, or give the user of the server the right.`,
};
