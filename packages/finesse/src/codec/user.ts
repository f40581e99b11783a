import {
  type FinesseRole,
  type PhoneState,
  phoneStates,
  roles,
  type VoiceCommand,
  type VoiceState,
  voiceCommands,
  voiceStates,
} from '../words/finesse-words.ts';
import { childOf, childrenOf, filledText, instantOf, textOf, type XmlElement, xmlElement } from '../xml/xml-element.ts';
import { optional } from './optional.ts';
import { type ReasonCode, readReasonCode, readReasonCodeId } from './reason-code.ts';

/** A team as it is named inside other objects. */
export interface TeamName {
  readonly id: string;
  readonly name: string;
}

/** An agent, supervisor or administrator. What a summary (a team's list) does not tell is not there. */
export interface FinesseUser {
  readonly id: string;
  readonly loginName?: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly extension?: string;
  readonly state: VoiceState;
  /** The word itself, when it is none that we know. */
  readonly unknownState?: string;
  /** ms since the epoch by Finesse's clock; not there when Finesse does not know. */
  readonly stateChangedAt?: number;
  /** What the agent becomes after the call; `none` when there is nothing pending; not there when the text is a summary. */
  readonly pendingState?: VoiceState | 'none';
  readonly reasonCodeId?: string;
  readonly reason?: ReasonCode;
  /** UCCX, team lists: on a call that routing did not give. */
  readonly line?: PhoneState;
  readonly roles: readonly FinesseRole[];
  readonly team?: TeamName;
  readonly supervisedTeams: readonly TeamName[];
}

/** Reads a `<User>` (answers) or `<user>` (notifications); undefined when it does not say whose it is. */
export function readUser(element: XmlElement | undefined): FinesseUser | undefined {
  const id = filledText(element, 'loginId') ?? idOf(filledText(element, 'uri'));
  if (!element || !id) return undefined;
  const written = filledText(element, 'state');
  const state = voiceStates.fromTheirs(written, 'unknown');
  const reason = readReasonCode(childOf(element, 'ReasonCode'));
  const teamId = filledText(element, 'teamId');
  return {
    id,
    firstName: filledText(element, 'firstName') ?? '',
    lastName: filledText(element, 'lastName') ?? '',
    state,
    roles: childrenOf(childOf(element, 'roles'), 'role').flatMap(role => roles.fromTheirs(role.text) ?? []),
    supervisedTeams: readTeamNames(childOf(element, 'teams')),
    ...optional('loginName', filledText(element, 'loginName')),
    ...optional('extension', filledText(element, 'extension')),
    ...optional('unknownState', state === 'unknown' && written !== 'UNKNOWN' ? written : undefined),
    ...optional('stateChangedAt', instantOf(element, 'stateChangeTime')),
    ...optional('pendingState', readPendingState(textOf(element, 'pendingState'))),
    ...optional('reasonCodeId', readReasonCodeId(textOf(element, 'reasonCodeId')) ?? reason?.id),
    ...optional('reason', reason),
    ...optional('line', phoneStates.fromTheirs(filledText(element, 'mediaState'))),
    ...optional('team', teamId ? { id: teamId, name: filledText(element, 'teamName') ?? '' } : undefined),
  };
}

/** Reads a `<Users>` or `<users>` list. */
export function readUsers(element: XmlElement | undefined): readonly FinesseUser[] {
  return childrenOf(element, 'User').flatMap(child => readUser(child) ?? []);
}

/** The `<Team>`s inside a list. */
export function readTeamNames(element: XmlElement | undefined): readonly TeamName[] {
  return childrenOf(element, 'Team').flatMap(team => {
    const id = filledText(team, 'id') ?? idOf(filledText(team, 'uri'));
    return id ? [{ id, name: filledText(team, 'name') ?? '' }] : [];
  });
}

/** What to write to change a voice state. Only an agent may give a reason, and only their own. */
export function writeVoiceCommand(
  command: VoiceCommand,
  details: { reasonCodeId?: string; extension?: string } = {},
): XmlElement {
  const { reasonCodeId, extension } = details;
  return xmlElement('User', [
    xmlElement('state', voiceCommands.toTheirs(command)),
    ...(extension === undefined ? [] : [xmlElement('extension', extension)]),
    ...(reasonCodeId === undefined ? [] : [xmlElement('reasonCodeId', reasonCodeId)]),
  ]);
}

function readPendingState(text: string | undefined): VoiceState | 'none' | undefined {
  if (text === undefined) return undefined;
  return text === '' ? 'none' : voiceStates.fromTheirs(text, 'unknown');
}

function idOf(uri: string | undefined): string | undefined {
  return uri?.split('/').at(-1) || undefined;
}
