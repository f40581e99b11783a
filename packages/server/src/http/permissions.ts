import type { ServiceScope } from '../store/applications/application-store.ts';
import type { AccountRole } from '../store/store.ts';

/** Who may ask. `anybody`: who it is shows in the request itself, by a ticket or a link, or does not matter. */
export type Permission = 'anybody' | AccountRole | ServiceScope;

const supervisors = ['supervisor', 'administrator'] as const;
const administrators = ['administrator'] as const;

/** Who may ask for what over HTTP: a row for each operation of the API. What has no row is served to nobody. */
export const permissions = {
  signIn: ['anybody'],
  brief: ['anybody'],
  readAvailability: ['anybody'],

  listQueues: [...supervisors, 'figures'],
  flushQueue: supervisors,
  listAgents: [...supervisors, 'figures'],
  setSkills: supervisors,
  setVoice: supervisors,
  synchroniseDirectory: supervisors,

  readCalls: [...supervisors, 'interactions'],
  readCustomer: [...supervisors, 'interactions'],
  readSurvey: [...supervisors, 'interactions'],

  sendFile: ['anybody'],
  readFile: ['anybody'],

  inviteAsInstantConnect: ['invitations'],
  inviteAsInstantConnectV1: ['invitations'],
  textInvitation: ['invitations'],
  addSpace: ['anybody'],
  readSite: ['anybody'],
  readLink: ['anybody'],
  openLink: ['anybody'],
  readTexts: ['anybody'],

  listAccounts: administrators,
  addAccount: administrators,
  disableAccount: administrators,
  enableAccount: administrators,
  resetPassword: administrators,
  setRole: administrators,
  listTokens: administrators,
  revokeTokens: administrators,

  listApplications: administrators,
  addApplication: administrators,
  changeApplication: administrators,
  removeApplication: administrators,
  addSecret: administrators,
  removeSecret: administrators,

  listServiceTokens: administrators,
  addServiceToken: administrators,
  revokeServiceToken: administrators,

  listWebhooks: administrators,
  readWebhookAttempts: administrators,
  readDeadLetters: administrators,
  pauseWebhook: administrators,
  resumeWebhook: administrators,
  replayWebhook: administrators,

  readLiveness: ['anybody'],
  readReadiness: ['anybody'],
  readMetrics: ['anybody'],
  readDescription: ['anybody'],
} as const satisfies Record<string, readonly Permission[]>;

export type Operation = keyof typeof permissions;

export const permissionsOf = (operation: Operation): readonly Permission[] => permissions[operation];
