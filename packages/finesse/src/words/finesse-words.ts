import { wordTable } from './word-table.ts';

// Finesse's spellings, and nowhere else. Left ours, right Finesse's (Developer Guide: User, Dialog, Media, SystemInfo).

/** An agent's voice state. `wrapping-up-ready` is CCE's only: wrap-up that ends in ready. */
export const voiceStates = wordTable({
  'logged-out': 'LOGOUT',
  'not-ready': 'NOT_READY',
  ready: 'READY',
  reserved: 'RESERVED',
  'reserved-outbound': 'RESERVED_OUTBOUND',
  'reserved-outbound-preview': 'RESERVED_OUTBOUND_PREVIEW',
  talking: 'TALKING',
  held: 'HOLD',
  'wrapping-up': 'WORK',
  'wrapping-up-ready': 'WORK_READY',
  unknown: 'UNKNOWN',
});
export type VoiceState = (typeof voiceStates.own)[number];

/** What may be asked of a voice state. */
export const voiceCommands = wordTable({
  'sign-in': 'LOGIN',
  'sign-out': 'LOGOUT',
  ready: 'READY',
  'not-ready': 'NOT_READY',
});
export type VoiceCommand = (typeof voiceCommands.own)[number];

/** UCCX, Team API: whether the agent is on a call that routing did not give. */
export const phoneStates = wordTable({ busy: 'BUSY', idle: 'IDLE' });
export type PhoneState = (typeof phoneStates.own)[number];

export const roles = wordTable({ agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin' });
export type FinesseRole = (typeof roles.own)[number];

export const reasonCategories = wordTable({ 'not-ready': 'NOT_READY', 'sign-out': 'LOGOUT', all: 'ALL' });
export type ReasonCategory = (typeof reasonCategories.own)[number];

export const deployments = wordTable({ uccx: 'UCCX', ucce: 'UCCE' });
export type Deployment = (typeof deployments.own)[number];

export const serviceStates = wordTable({ 'in-service': 'IN_SERVICE', 'out-of-service': 'OUT_OF_SERVICE' });
export type ServiceState = (typeof serviceStates.own)[number];

export const signInModes = wordTable({ password: 'NON_SSO', 'single-sign-on': 'SSO', mixed: 'HYBRID' });
export type SignInMode = (typeof signInModes.own)[number];

/** What became of an object, as a notification says it. Errors come with a lower-case `put`. */
export const changeKinds = wordTable({ added: 'POST', changed: 'PUT', removed: 'DELETE' });
export type ChangeKind = (typeof changeKinds.own)[number];

/** A voice dialog, and a participant in one. */
export const dialogStates = wordTable({
  initiating: 'INITIATING',
  initiated: 'INITIATED',
  offered: 'ALERTING',
  active: 'ACTIVE',
  held: 'HELD',
  'wrapping-up': 'WRAP_UP',
  failed: 'FAILED',
  closed: 'DROPPED',
  accepted: 'ACCEPTED',
  unknown: 'UNKNOWN',
});
export type DialogState = (typeof dialogStates.own)[number];

/** A task dialog of UCCE's Task Routing. */
export const taskDialogStates = wordTable({
  offered: 'OFFERED',
  accepted: 'ACCEPTED',
  active: 'ACTIVE',
  held: 'PAUSED',
  'wrapping-up': 'WRAPPING_UP',
  interrupted: 'INTERRUPTED',
  closed: 'CLOSED',
  unknown: 'UNKNOWN',
});
export type TaskDialogState = (typeof taskDialogStates.own)[number];

/** What an agent's desktop may ask of a task dialog. */
export const taskActions = wordTable({
  accept: 'ACCEPT',
  start: 'START',
  hold: 'PAUSE',
  resume: 'RESUME',
  'wrap-up': 'WRAP_UP',
  transfer: 'TRANSFER',
  close: 'CLOSE',
});
export type TaskAction = (typeof taskActions.own)[number];

/** What an agent's desktop may ask of a voice dialog. */
export const dialogActions = wordTable({
  call: 'MAKE_CALL',
  accept: 'ANSWER',
  hold: 'HOLD',
  resume: 'RETRIEVE',
  'hang-up': 'DROP',
  consult: 'CONSULT_CALL',
  conference: 'CONFERENCE',
  transfer: 'TRANSFER',
});
export type DialogAction = (typeof dialogActions.own)[number];

/** An agent in one media routing domain of UCCE. */
export const mediaStates = wordTable({
  'logged-out': 'LOGOUT',
  'not-ready': 'NOT_READY',
  ready: 'READY',
  reserved: 'RESERVED',
  active: 'ACTIVE',
  paused: 'PAUSED',
  interrupted: 'INTERRUPTED',
  'wrapping-up': 'WORK',
  'wrapping-up-ready': 'WORK_READY',
  'wrapping-up-not-ready': 'WORK_NOT_READY',
  unknown: 'UNKNOWN',
});
export type MediaState = (typeof mediaStates.own)[number];

/** What a media routing domain does with a task that is interrupted. */
export const interruptActions = wordTable({ accept: 'ACCEPT', ignore: 'IGNORE' });
export type InterruptAction = (typeof interruptActions.own)[number];

/** What becomes of the tasks of an agent who signs out. */
export const signOutActions = wordTable({ close: 'CLOSE', transfer: 'TRANSFER' });
export type SignOutAction = (typeof signOutActions.own)[number];
