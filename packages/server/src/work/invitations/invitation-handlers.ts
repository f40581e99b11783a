import { randomUUID } from 'node:crypto';
import { type AgentId, type CommandInput, InteractionId, InvitationId } from '@eyeline/protocol';
import { own } from '@eyeline/routing';
import * as v from 'valibot';
import { requireAgent, requireMembership, requireOpen } from '../../interaction/access.ts';
import { type Handlers, once, onceAfter, onceAnew } from '../../interaction/handler.ts';
import { standingOf } from '../../interaction/invitations/invitation.ts';
import type { Request } from '../../interaction/request.ts';
import { Refusal } from '../../people/refusal.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { newText } from '../texts/text-attempt.ts';
import type { WorkRooms } from '../work-port.ts';
import { requireLink } from './arrive.ts';
import { requireEntryPoint, requireOrigin } from './link.ts';
import { invite } from './new-invitation.ts';
import { readNumber } from './phone-number.ts';
import { keepInvitation, shownInvitation } from './shown-invitation.ts';
import { takeHost } from './take-host.ts';

type Names = 'invitation.send' | 'invitation.send-again' | 'invitation.revoke' | 'invitation.take';

const Made = v.object({ made: v.array(InvitationId) });

/** @throws Refusal `not-offered` for who takes no video */
function requireVideo({ work }: WorkRooms, agentId: AgentId): void {
  const { configuration } = work.state;
  const profile = own(configuration.agents, agentId) ?? configuration.agentDefaults;
  if (profile.domains.video === 0) throw new Refusal('not-offered', invitationSentences.noVideo);
}

/** Into a conversation of the agent's own, or one that is still to begin. @throws Refusal */
function placeOf(rooms: WorkRooms, request: Request, interactionId: InteractionId | undefined) {
  const { kind, chatKind } = rooms.settings.config.invitations;
  if (interactionId === undefined) {
    const { entryPointId } = requireEntryPoint(rooms);
    return { interactionId: v.parse(InteractionId, randomUUID()), entryPointId, kind };
  }
  const membership = requireMembership(rooms, request, interactionId);
  requireOpen(membership);
  const { entryPointId } = membership.log.interaction;
  const entryPoint = entryPointId && rooms.settings.entryPoint(entryPointId);
  if (!entryPoint?.video || membership.log.consult) throw new Refusal('call-not-allowed');
  return { interactionId, entryPointId: entryPoint.entryPointId, kind: chatKind };
}

/** @throws Refusal `number-invalid`, or `not-offered` where no text messages go out */
function numbersOf({ settings }: WorkRooms, { numbers }: Pick<CommandInput<'invitation.send'>, 'numbers'>) {
  const { byText, country } = settings.config.invitations;
  if (numbers.length > 0 && !byText) throw new Refusal('not-offered', invitationSentences.noText);
  return [...new Set(numbers.map(one => readNumber(one, country)))];
}

/** A link of the agent's own. @throws Refusal `not-allowed` */
function requireOwn({ interaction }: WorkRooms, request: Request, invitationId: InvitationId) {
  const { agentId } = requireAgent(request);
  const invitation = interaction.invitations.get(invitationId);
  if (invitation?.hostId !== agentId || invitation.role !== 'guest') throw new Refusal('not-allowed');
  return invitation;
}

/** Links by which customers come to an agent, from a telephone call say. */
export const invitationHandlers = (rooms: WorkRooms) =>
  ({
    'invitation.send': onceAnew({
      prepare: ({ numbers }, request) => {
        const { agentId } = requireAgent(request);
        requireVideo(rooms, agentId);
        rooms.work.invitationLimit.take(agentId, Math.max(1, numbers.length));
      },
      carryOut: (change, { into, numbers }, request) => {
        const { agentId } = requireAgent(request);
        const place = placeOf(rooms, request, into);
        const origin = requireOrigin(rooms, request.caller.origin);
        const expiresAt = change.now + rooms.settings.config.invitations.lifeMs;
        const to = numbersOf(rooms, { numbers });
        const all = { ...place, role: 'guest' as const, origin, expiresAt, hostId: agentId };
        const made = (to.length > 0 ? to : [null]).map(number => invite(rooms, change, { ...all, to: number }));
        return { made: made.map(one => one.invitationId) };
      },
      result: Made,
      answer: ({ made }) => ({
        invitations: made.flatMap(id => {
          const invitation = rooms.interaction.invitations.get(id);
          return invitation ? [shownInvitation(rooms, invitation)] : [];
        }),
      }),
    }),

    'invitation.send-again': once({
      carryOut: (change, { invitationId }, request) => {
        const invitation = requireOwn(rooms, request, invitationId);
        const standing = standingOf(invitation, change.now, null);
        if (standing !== 'open' && standing !== 'early') throw new Refusal(`link-${standing}`);
        if (invitation.to === null || !rooms.settings.config.invitations.byText)
          throw new Refusal('not-offered', invitationSentences.noText);
        if (invitation.text?.state === 'waiting') return {};
        keepInvitation(rooms, change, { ...invitation, text: newText(change.now) });
        change.afterCommit(() => rooms.work.wakeTexts());
        return {};
      },
    }),

    'invitation.revoke': once({
      carryOut: (change, { invitationId }, request) => {
        const invitation = requireOwn(rooms, request, invitationId);
        if (invitation.usedBy.length >= invitation.uses) throw new Refusal('link-used', invitationSentences.opened);
        if (invitation.revokedAt === null) keepInvitation(rooms, change, { ...invitation, revokedAt: change.now });
        return {};
      },
    }),

    'invitation.take': onceAfter({
      // It may be a conversation of long ago.
      prepare: async ({ code }, request) => {
        requireAgent(request);
        const { interactionId } = requireLink(rooms, code);
        await rooms.interaction.logs.find(interactionId, rooms.interaction.now());
      },
      carryOut: (change, { code }, request) => {
        const { agentId } = requireAgent(request);
        requireVideo(rooms, agentId);
        return { interactionId: takeHost(rooms, change, code, agentId) };
      },
    }),
  }) satisfies Pick<Handlers, Names>;
