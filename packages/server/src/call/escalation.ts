import { type CallAnswer, type CallKind, type Escalation, noEscalation, type Role } from '@eyeline/protocol';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { Refusal } from '../people/refusal.ts';
import type { SiteEntryPoint } from '../settings/config.ts';
import type { SettingsPort } from '../settings/settings.ts';
import type { VideoPort } from './call-port.ts';

/** Only an agent can do without a picture of the own: the customer is the one who shows something. */
const answersOf = (role: Role, answers: readonly CallAnswer[]): CallAnswer[] =>
  answers.filter(answer => role === 'agent' || answer !== 'one-way');

/** What the site allows one side at an entry point, whoever serves it. */
export function policyOf({ video, escalation }: SiteEntryPoint, role: Role): Escalation {
  const { customerMayStart, agentMayStart, answers, consent, agentCamera, quality, rejoinGraceMs } = escalation;
  const kinds = video ? [...(role === 'customer' ? customerMayStart : agentMayStart)] : [];
  return {
    kinds,
    obstacle: kinds.length === 0 ? 'not-offered' : null,
    answers: answersOf(role, answers),
    consent: role === 'customer' ? consent : '',
    camera: role === 'customer' || agentCamera === 'on',
    quality,
    rejoinGraceMs,
    awaited: null,
  };
}

/** Who came by a link came for that kind of call, which either side may start whatever the entry point allows to others. */
const withInvited = (policy: Escalation, kind: CallKind | undefined): Escalation =>
  kind ? { ...policy, kinds: [kind, ...policy.kinds.filter(one => one !== kind)], obstacle: null } : policy;

/**
 * The call for which a customer came, or which they took instead, as long as there was none. Who came by a link is asked by the
 * page of the link.
 */
export function awaitedCall(site: SiteEntryPoint, { interaction, invitedTo }: InteractionLog): CallKind | null {
  const isAwaited = interaction.domain === 'video' && !interaction.lastCall && !invitedTo;
  return (isAwaited && site.video && site.escalation.customerMayStart[0]) || null;
}

/** What one side may do about calls in a conversation now. */
export function escalationOf(
  { settings }: { readonly settings: SettingsPort },
  video: Pick<VideoPort, 'obstacle'>,
  log: InteractionLog,
  role: Role,
): Escalation {
  const { entryPointId, participants } = log.interaction;
  const site = entryPointId ? settings.siteEntryPoint(entryPointId) : undefined;
  // Face to face with a colleague comes with rooms for more than two.
  if (!site || log.consult) return { ...noEscalation, obstacle: 'not-offered' };
  const joins = role === 'customer' || site.escalation.agentJoins === 'at-once';
  const policy = {
    ...withInvited(policyOf(site, role), log.invitedTo),
    awaited: joins ? awaitedCall(site, log) : null,
  };
  if (policy.obstacle) return policy;
  const isServed = participants.some(one => one.role === 'agent' && one.presence !== 'left');
  const obstacle = isServed ? video.obstacle(log) : 'not-served';
  return obstacle ? { ...policy, kinds: [], obstacle } : policy;
}

/**
 * What a call becomes by being accepted as `asked`.
 * @throws Refusal where the site does not want it
 */
export function acceptedKind(
  proposed: CallKind,
  asked: CallKind | undefined,
  role: Role,
  escalation: Escalation,
): CallKind {
  if (asked === undefined || asked === proposed) return proposed;
  const isOneWay = asked === 'one-way' && proposed === 'two-way' && role === 'agent';
  if (!isOneWay || !escalation.answers.includes('one-way')) throw new Refusal('call-not-allowed');
  return asked;
}
