import type { FileKind } from '@eyeline/protocol';

const kindNames: Readonly<Record<FileKind, string>> = {
  image: 'pictures',
  pdf: 'PDF',
  text: 'plain text',
  office: 'documents, sheets and slides without macros',
};

/** What is read over HTTP: of the API by those who write programs, of pages by those who open them. */
export const apiSentences = {
  snapshotNotAllowed: 'Nobody has allowed this snapshot. Ask for it again.',
  notPicture: 'That is no picture that can be taken: a JPEG of at most 3 MB and 4096 by 4096 pixels is.',
  tooManyFiles: 'This conversation holds as many files as it can. Go on without this one.',
  fileNotAccepted: 'Files are offered here first. Wait until the other side accepts this one.',
  noFilesHere: 'No files can be sent here. Write instead.',
  fileTooLarge: (bytes: number) =>
    `This file is too large. Send one of at most ${Math.floor(bytes / 1_000_000) || 1} MB.`,
  fileNotTaken: (kinds: readonly FileKind[]) =>
    `This kind of file cannot be sent here. These can: ${kinds.map(kind => kindNames[kind]).join(', ')}.`,
  notScanned: 'The virus scanner does not answer, so nothing can be sent at the moment. Try again in a minute.',
  noLength: 'Say how long the file is, with content-length.',
  noSuchRequest:
    'There is no such request. /api/ describes them all, and so does CONFIGURATION.md; all begin with /api/v1/.',
  noSuchPage: 'There is no such page. Start at /.\n',
  otherMethod: (method: string, given: string) => `This address takes ${method}, not ${given}.`,
  tooLarge: 'The body is too large: 4000 bytes are enough.',
  notJson: 'Send the body as JSON, with content-type application/json.',
  brokenJson: 'The body is no JSON. Send {} where there is nothing to say.',
  expected: (what: string, path: string | null) => `Give ${what}${path ? ` as "${path}"` : ''}, as JSON.`,

  credentials: 'Send {"username": "…", "password": "…"} as JSON.',
  tokenMissing: 'Send "Authorization: Bearer" with the token of /api/v1/sign-in.',
  tokenRevoked: 'This token was revoked. Sign in again.',
  needed: (roles: readonly string[]) =>
    roles.includes('supervisor')
      ? 'Only supervisors may see this. Sign in as one.'
      : 'Only administrators may change accounts. Sign in as one.',
  mayNotWork:
    'This account is disabled, or belongs to a demo that does not run here. Ask your administrator for another.',
  statusNotShown:
    'The status is not shown to this address. Name it in "status.allow" of the configuration, or send the token of "status.token".',

  flush: 'Send {} or {"toQueueId": "…"} as JSON.',
  noSuchQueue: (queueId: string) => `There is no queue "${queueId}".`,
  voice: 'Send {"state": "ready"}, "not-ready" or "talking" as JSON.',
  noDemoPhones: 'There are no demo phones here. Start with --demo.',
  noSuchAgent: 'There is no such agent. GET /api/v1/agents lists who is signed in.',
  synchronise: 'Send {} or {"dryRun": true} as JSON.',
  skills: 'Send {"skills": {"NAME": LEVEL}} as JSON, levels 1 to 10.',
  notCiscos: 'There is no such agent of Cisco’s. The skills of others stand in the configuration.',
  noDirectory: 'The configuration has no section "directory". DIRECTORY.md says what belongs into it.',

  notBuilt: 'The pages are not built. Run "npm run build" and start again.\n',
  gadgetHasNoAddress:
    'The gadget has to name this server, and this name is not known to be its own. Set "publicUrl" in the configuration to the address under which agents reach it.\n',
};
