/**
 * What Cisco's systems answered, or did not; `stated` is what they said of it, ` (in brackets)` or nothing. `what` is what was
 * asked for: `set the state of 1001`.
 */
export const answers = {
  notThisState: (what: string, stated: string) => `Finesse cannot ${what} in this state${stated}.`,
  notThere: (what: string, stated: string) => `Finesse cannot ${what}: it is not there${stated}.`,
  conflict: (what: string, stated: string) =>
    `Somebody else changed it, or the name is taken: could not ${what}${stated}.`,
  notAccepted: (what: string, stated: string) => `Finesse does not accept the request to ${what}${stated}.`,
  refused: (what: string, status: number, stated: string) =>
    `Finesse answers ${status} to the request to ${what}${stated}.`,
  changeRefused: (stated: string) => `Finesse refuses the change${stated}.`,
  notConfirmed: (what: string, ms: number) =>
    `Finesse accepted to ${what} and did not confirm it within ${ms} ms: read the state again.`,
  without: (name: string) => `Finesse answered without the ${name}.`,
  gadgetReadOther: 'What the gadget read is not what Finesse writes.',
  tooLong: (host: string, most: number) => `${host} answers with more than ${most} bytes.`,
  unreadable: (host: string, why: string) => `${host}: ${why}`,
  brokenOff: (host: string, code: string) =>
    `${host} broke the connection off (${code}): it may have been done or not.`,
  otherUser: (host: string, userId: string) => `${host} answered to ${userId} with another user.`,
  noAddress: (url: string) => `"${url}" is no address: write https://NODE.DOMAIN:8445.`,
  noAnswer: 'no answer',
  noAnswerIn: (ms: number) => `no answer in ${ms} ms`,
  otherProtocol: 'it speaks another protocol',
  webPage: 'a web page',
  inBrackets: (page: string) => ` (${page})`,
  sendsTo: (place: string | null) => `it sends to ${place ?? 'another address'}`,
  noSystemInfo: 'no SystemInfo',
  hasNoSystemInfo: 'it has no /finesse/api/SystemInfo',
  becauseOf: (reason: string) => ` because of ${reason}`,
  expired: ' (expired)',
  tooEarly: ' (too early)',
  otherName: 'another name',

  uccxPage: (host: string) =>
    `${host} answers with a web page: the administration API is at https://PUBLISHER/adminapi, and its services must run, see "utils service list" on the node or Cisco Unified CCX Serviceability.`,
  uccxOther: (host: string, format: string) => `${host} answers something that is not ${format}.`,
  uccxCapability: (userId: string, what: string) =>
    `The account ${userId} may not ${what}: give it the administrator's capability in Cisco Unified CCX Administration > Tools > User Management > Administrator Capability View.`,
  uccxNotThere: (path: string, stated: string) => `UCCX has no ${path}${stated}.`,
  uccxPublisher: (host: string, what: string) =>
    `${host} does not take ${what}: write to the publisher ("show network cluster").`,
  uccxConflict: (stated: string) => `UCCX has another object of that name${stated}.`,
  uccxOutOfService: (stated: string) =>
    `UCCX is not in service: see "utils service list" on the node or Cisco Unified CCX Serviceability${stated}.`,
  uccxNotAccepted: (what: string, stated: string) => `UCCX does not accept ${what}${stated}.`,
  uccxRefused: (what: string, status: number, stated: string) => `UCCX answers ${status} to ${what}${stated}.`,
  uccxTooManySkills: (most: number, count: number) =>
    `An agent of UCCX has at most ${most} skills, not ${count}: take some away.`,
  uccxLevel: (skill: string, level: number) => `The level of ${skill} is ${level}: UCCX takes 1 to 10.`,
};
