import { type CallId, type CallKind, mayShow, type ParticipantId, type Role } from '@eyeline/protocol';
import type { Change } from '../interaction/change.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { Refusal } from '../people/refusal.ts';
import type { CallRooms } from './call-port.ts';
import { policyOf } from './escalation.ts';

interface Answer {
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly callId: CallId;
  /** What the call is, or is to become. */
  readonly kind: CallKind;
  /** The text that was agreed to. */
  readonly consent?: string | undefined;
}

/**
 * Where the site asks something before the first picture, the yes to it is a fact before the call is one with pictures. It stands
 * for the call in which it was given.
 * @throws Refusal `consent-needed` where nothing was agreed to, or something else than what the site asks now
 */
export function requireConsent(rooms: CallRooms, change: Change, log: InteractionLog, answer: Answer): void {
  const { participantId, role, callId, kind, consent } = answer;
  const { entryPointId } = log.interaction;
  const site = entryPointId ? rooms.settings.siteEntryPoint(entryPointId) : undefined;
  const text = site ? policyOf(site, role).consent : '';
  if (text === '' || !mayShow(kind, role)) return;
  const isGiven = log
    .storedAfter(0)
    .some(
      fact =>
        fact.type === 'call.consented' &&
        fact.callId === callId &&
        fact.participantId === participantId &&
        fact.agreed &&
        fact.text === text,
    );
  if (isGiven) return;
  if (consent !== text) throw new Refusal('consent-needed');
  change.append(log, { type: 'call.consented', callId, participantId, kind, text, agreed: true });
}
