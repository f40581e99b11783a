import type { InvitationId } from '@eyeline/protocol';
import type { Invitation } from '../../interaction/invitations/invitation.ts';
import { standingOf } from '../../interaction/invitations/invitation.ts';
import { Loop } from '../../settings/pace/loop.ts';
import { machineTime, type Time } from '../../settings/pace/time.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { linkOf, textOf } from '../invitations/link.ts';
import { keepInvitation } from '../invitations/shown-invitation.ts';
import type { WorkRooms } from '../work-port.ts';
import { type TextMessage, TextRefused } from './sms-gateway.ts';
import { attempted, settled, type TextOutcome } from './text-attempt.ts';

/** So many go out at once. */
const mostTogether = 10;
/** What an attempt may take beside the gateway's own time. */
const spareMs = 5_000;
const backoff = { firstMs: 1_000, longestMs: 60_000 };

/**
 * Sends the text messages with the links. Each attempt is written down before it begins, and what came of it after: a server
 * that dies in between asks the gateway whether the message went before it sends it again.
 */
export class TextSender {
  readonly #rooms: WorkRooms;
  readonly #loop: Loop;
  readonly #time: Time;
  readonly #underWay = new Set<InvitationId>();

  constructor(rooms: WorkRooms, time: Time = machineTime) {
    this.#rooms = rooms;
    this.#time = time;
    this.#loop = new Loop({
      turn: () => this.#turn(),
      backoff,
      onFault: error => rooms.log.warn({ err: error }, 'Text messages could not be sent. They are tried again.'),
      time,
    });
  }

  /** Some are waiting, or may be. */
  wake(): void {
    this.#loop.wake();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #turn(): Promise<number | null> {
    const now = this.#rooms.interaction.now();
    const waiting = this.#waiting();
    const due = waiting.filter(({ text }) => (text?.at ?? 0) <= now);
    await Promise.all(due.slice(0, mostTogether).map(one => this.#send(one.invitationId)));
    const next = Math.min(...this.#waiting().map(({ text }) => text?.at ?? 0));
    return next === Number.POSITIVE_INFINITY ? null : Math.max(0, next - this.#rooms.interaction.now());
  }

  #waiting(): readonly Invitation[] {
    return [...this.#rooms.interaction.invitations.all()].filter(
      ({ text, invitationId }) => text?.state === 'waiting' && !this.#underWay.has(invitationId),
    );
  }

  async #send(invitationId: InvitationId): Promise<void> {
    this.#underWay.add(invitationId);
    try {
      const message = await this.#begin(invitationId);
      if (message) await this.#settle(invitationId, await this.#attempt(message));
    } finally {
      this.#underWay.delete(invitationId);
    }
  }

  /** Null: it is not to be sent any more. */
  #begin(invitationId: InvitationId): Promise<(TextMessage & { readonly isFirst: boolean }) | null> {
    const rooms = this.#rooms;
    return rooms.interaction.change(change => {
      const invitation = rooms.interaction.invitations.get(invitationId);
      if (invitation?.text?.state !== 'waiting' || invitation.to === null) return null;
      const link = linkOf(rooms, invitation);
      const standing = standingOf(invitation, change.now, null);
      if (link === null || (standing !== 'open' && standing !== 'early')) {
        const reason = invitationSentences.notSent[standing === 'open' || standing === 'early' ? 'unknown' : standing];
        keepInvitation(rooms, change, { ...invitation, text: { ...invitation.text, state: 'failed', reason } });
        return null;
      }
      const attemptMs = (rooms.settings.config.sms?.timeoutMs ?? 0) * 2 + spareMs;
      const isFirst = invitation.text.attempts === 0;
      keepInvitation(rooms, change, { ...invitation, text: attempted(invitation.text, change.now, attemptMs) });
      return { to: invitation.to, text: textOf(rooms, invitation, link), isFirst };
    });
  }

  async #attempt({ isFirst, ...message }: TextMessage & { readonly isFirst: boolean }): Promise<TextOutcome> {
    const { gateway } = this.#rooms.work;
    try {
      const sent = isFirst ? null : await gateway.find(message);
      return { type: 'sent', messageId: sent ?? (await gateway.send(message)) };
    } catch (error) {
      if (error instanceof TextRefused) return { type: 'refused', reason: error.reason };
      this.#rooms.log.warn({ err: error }, 'A text message was not sent. It is tried again.');
      return { type: 'failed', reason: invitationSentences.gatewayFailed };
    }
  }

  async #settle(invitationId: InvitationId, outcome: TextOutcome): Promise<void> {
    const rooms = this.#rooms;
    const chance = this.#time.chance();
    await rooms.interaction.change(change => {
      const invitation = rooms.interaction.invitations.get(invitationId);
      if (!invitation?.text) return;
      const text = settled(invitation.text, outcome, change.now, chance);
      keepInvitation(rooms, change, { ...invitation, text });
    });
  }
}
