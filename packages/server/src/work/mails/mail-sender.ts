import type { MailState } from '@eyeline/protocol';
import { shownAddress } from '@eyeline/protocol';
import { Loop } from '../../settings/pace/loop.ts';
import { machineTime, type Time } from '../../settings/pace/time.ts';
import type { WorkRooms } from '../work-port.ts';
import { type Letter, LetterRefused } from './mail-gateway.ts';
import { letterOf } from './transcript-letter.ts';
import { attempted, postponed, type WaitingLetter } from './waiting-letter.ts';

/** So many go out at once. */
const mostTogether = 5;
/** What an attempt may take beside the server's own time: it connects, greets and takes the letter. */
const spareMs = 5_000;
const backoff = { firstMs: 1_000, longestMs: 60_000 };

/** Sends the letters that wait. Each attempt is written down before it begins, and what came of it after. */
export class MailSender {
  readonly #rooms: WorkRooms;
  readonly #loop: Loop;
  readonly #time: Time;
  readonly #underWay = new Set<string>();

  constructor(rooms: WorkRooms, time: Time = machineTime) {
    this.#rooms = rooms;
    this.#time = time;
    this.#loop = new Loop({
      turn: () => this.#turn(),
      backoff,
      onFault: error => rooms.log.warn({ err: error }, 'Letters could not be sent. They are tried again.'),
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
    const due = this.#waiting().filter(({ at }) => at <= now);
    await Promise.all(due.slice(0, mostTogether).map(one => this.#send(one)));
    const next = Math.min(...this.#waiting().map(({ at }) => at));
    return next === Number.POSITIVE_INFINITY ? null : Math.max(0, next - this.#rooms.interaction.now());
  }

  #waiting(): readonly WaitingLetter[] {
    return [...this.#rooms.work.letters.all()].filter(({ letterId }) => !this.#underWay.has(letterId));
  }

  async #send({ letterId, interactionId }: WaitingLetter): Promise<void> {
    this.#underWay.add(letterId);
    const { work, interaction, settings, log } = this.#rooms;
    try {
      // Of a conversation that was over long ago nothing is in memory.
      const found = await interaction.logs.find(interactionId, interaction.now());
      const letter = found && letterOf(this.#rooms, found, work.letters.get(letterId));
      if (!letter) return await this.#settle(letterId, 'failed');
      const attemptMs = (settings.config.mail?.timeoutMs ?? 0) * 3 + spareMs;
      await interaction.change(change => {
        const one = work.letters.get(letterId);
        if (one) work.letters.keep(change, attempted(one, change.now, attemptMs));
      });
      await this.#settle(letterId, await this.#attempt(letter));
    } catch (error) {
      log.warn({ err: error }, 'A letter could not be made. It is tried again.');
      await this.#settle(letterId, 'waiting');
    } finally {
      this.#underWay.delete(letterId);
    }
  }

  async #attempt(letter: Letter): Promise<MailState> {
    try {
      await this.#rooms.work.mailGateway.send(letter);
      return 'sent';
    } catch (error) {
      const isForEver = error instanceof LetterRefused;
      this.#rooms.log.warn(
        { err: error },
        isForEver ? 'The mail server does not take a letter.' : 'A letter was not sent. It is tried again.',
      );
      return isForEver ? 'failed' : 'waiting';
    }
  }

  async #settle(letterId: string, outcome: MailState): Promise<void> {
    const { work, interaction, settings } = this.#rooms;
    const chance = this.#time.chance();
    const interactionId = work.letters.get(letterId)?.interactionId;
    // What came of it goes into the log, which may have left memory meanwhile.
    const log = interactionId && (await interaction.logs.find(interactionId, interaction.now()));
    await interaction.change(change => {
      const letter = work.letters.get(letterId);
      if (!letter) return;
      const giveUpMs = settings.config.mail?.giveUpMs ?? 0;
      const later = outcome === 'waiting' ? postponed(letter, change.now, giveUpMs, chance) : null;
      if (later) return work.letters.keep(change, later);
      work.letters.settle(change, letterId);
      const { participantId, to } = letter;
      const state = outcome === 'sent' ? 'sent' : 'failed';
      if (log) change.append(log, { type: 'transcript.mailed', participantId, to: shownAddress(to), state });
    });
  }
}
