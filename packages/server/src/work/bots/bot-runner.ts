import { randomUUID } from 'node:crypto';
import { CommandId, type Fact, type InteractionId, type Participant } from '@eyeline/protocol';
import * as v from 'valibot';
import { said } from '../../interaction/content/said.ts';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { agentIdentity, agentOf } from '../../people/identity.ts';
import { Refusal } from '../../people/refusal.ts';
import type { BotConfig } from '../../settings/outside/bots-config.ts';
import { botSentences } from '../../settings/sentences/bots.ts';
import { closeInteraction } from '../closing.ts';
import type { WorkRooms } from '../work-port.ts';
import type { BotAnswer, BotMessage, BotService, Handover } from './bot.ts';
import { personChoice, wordsOf } from './bot-content.ts';
import { botIdOf, botIn } from './bot-standing.ts';
import { type Pending, pendingFor } from './bot-turns.ts';
import { handOver } from './hand-over.ts';
import { openService } from './open-service.ts';

/** What is known of a conversation beside its log. */
interface Memory {
  /** Up to here the bot was asked. */
  handledSeq: number;
  /** What the bot gets for the choices of its last message. */
  values: Readonly<Record<string, string>>;
  /** A person is to take over, and that could not be stored yet. */
  owed: Handover | null;
  /** Nobody could take over, and the customer knows. */
  isTold: boolean;
}

/** After a failure of ours it is tried again, ms. */
const againMs = 5_000;

type Told = Fact<'message.sent'>;

/**
 * Has bots answer those whom they serve, one question of a conversation after the other. What was not answered before a restart is
 * asked again; where a bot fails, a person takes over.
 */
export class BotRunner {
  readonly #rooms: WorkRooms;
  readonly #services = new Map<string, { readonly config: BotConfig; readonly service: BotService }>();
  readonly #memory = new Map<InteractionId, Memory>();
  readonly #running = new Set<InteractionId>();
  readonly #again = new Set<InteractionId>();
  readonly #stopped = new AbortController();

  /** @throws StartupError where a secret is missing */
  constructor(rooms: WorkRooms) {
    this.#rooms = rooms;
    this.#open();
  }

  /** After a restart. */
  start(): void {
    for (const log of this.#rooms.interaction.logs.all()) if (botIn(log)) this.#wake(log);
  }

  /** These are stored: bots answer what is for them. */
  follow(facts: readonly Fact[]): void {
    for (const { type, interactionId } of facts) {
      if (type !== 'message.sent' && type !== 'participant.joined' && type !== 'interaction.closed') continue;
      const log = this.#rooms.interaction.logs.get(interactionId);
      if (log && botIn(log)) this.#wake(log);
      else this.#memory.delete(interactionId);
    }
  }

  /** Another configuration counts. @throws StartupError where a secret is missing */
  reconfigured(): void {
    this.#open();
  }

  stop(): void {
    this.#stopped.abort();
  }

  #open(): void {
    this.#services.clear();
    for (const [botId, config] of Object.entries(this.#rooms.settings.config.bots))
      this.#services.set(botId, { config, service: openService(botId, config) });
  }

  #wake(log: InteractionLog): void {
    const { interactionId } = log;
    if (this.#running.has(interactionId)) this.#again.add(interactionId);
    else void this.#run(log);
  }

  async #run(log: InteractionLog): Promise<void> {
    const { interactionId } = log;
    this.#running.add(interactionId);
    try {
      do {
        this.#again.delete(interactionId);
        const bot = botIn(log);
        if (bot && !this.#stopped.signal.aborted) await this.#turn(log, bot);
      } while (this.#again.has(interactionId));
    } catch (error) {
      if (this.#stopped.signal.aborted) return;
      // The store may be away for a moment: nobody is left without an answer for that.
      this.#rooms.log.error({ err: error, interactionId }, 'A bot could not go on. It is tried again.');
      setTimeout(() => this.#wake(log), againMs).unref();
    } finally {
      this.#running.delete(interactionId);
    }
  }

  async #turn(log: InteractionLog, bot: Participant): Promise<void> {
    const memory = this.#memory.get(log.interactionId) ?? { handledSeq: 0, values: {}, owed: null, isTold: false };
    this.#memory.set(log.interactionId, memory);
    if (memory.owed) return this.#handOver(log, bot, memory.owed);
    const known = this.#services.get(botIdOf(bot.participantId));
    if (!known) return this.#handOver(log, bot, { reason: botSentences.gone, context: {} });
    const { config } = known;
    const { entryPointId } = log.interaction;
    const form = (entryPointId && this.#rooms.settings.siteEntryPoint(entryPointId)?.form) || [];
    const pending = pendingFor({ log, bot: bot.participantId, handledSeq: memory.handledSeq, form });
    const last = pending.messages.at(-1);
    if (!last && pending.question === '') {
      if (pending.isFirst && config.greeting !== undefined)
        await this.#say(log, bot, [{ text: config.greeting, choices: [] }], config, false);
      return;
    }
    const handledSeq = last?.seq ?? log.storedSeq;
    if (pending.messages.some(one => asksForPerson(one, config)))
      return this.#handOver(log, bot, { reason: botSentences.asked, context: {} });
    const answer = await this.#ask(log, bot, known, pending, memory.values);
    // It was handed over or ended meanwhile, or there is more to answer.
    if (botIn(log)?.participantId !== bot.participantId) return;
    if (!answer) return this.#handOver(log, bot, { reason: botSentences.failed, context: {} });
    // Where a person comes anyway, there is nothing to press.
    const offered = answer.handover ? { person: false as const } : config;
    memory.owed = answer.handover;
    await this.#say(log, bot, answer.messages, offered, answer.isOver && !answer.handover);
    memory.handledSeq = handledSeq;
    if (answer.handover) await this.#handOver(log, bot, answer.handover);
  }

  /** Null where it did not answer. */
  async #ask(
    log: InteractionLog,
    bot: Participant,
    { config, service }: { readonly config: BotConfig; readonly service: BotService },
    { question, messages, turns }: Pending,
    values: Memory['values'],
  ): Promise<BotAnswer | null> {
    const { interactionId, interaction } = log;
    const customerName = interaction.participants.find(({ role }) => role === 'customer')?.name ?? '';
    const text = [question, ...messages.map(one => saidToBot(one, values))].filter(one => one !== '').join('\n');
    this.#typing(log, bot, true);
    try {
      for (let attempt = 1; attempt <= config.attempts; attempt += 1) {
        try {
          const signal = AbortSignal.any([AbortSignal.timeout(config.timeoutMs), this.#stopped.signal]);
          return await service.ask({ interactionId, text, turns, customerName, form: interaction.form }, signal);
        } catch (error) {
          if (this.#stopped.signal.aborted) throw error;
          this.#rooms.log.warn({ err: error, interactionId, attempt, bot: bot.name }, 'A bot did not answer.');
        }
      }
      return null;
    } finally {
      this.#typing(log, bot, false);
    }
  }

  async #say(
    log: InteractionLog,
    bot: Participant,
    messages: readonly BotMessage[],
    { person }: Pick<BotConfig, 'person'>,
    isOver: boolean,
  ): Promise<void> {
    const { participantId } = bot;
    const identity = agentIdentity(agentOf(participantId), '');
    const { says, values } = wordsOf(messages, isOver ? false : person);
    await this.#rooms.interaction.change(change => {
      if (botIn(log)?.participantId !== participantId) return;
      for (const one of says) {
        const messageId = v.parse(CommandId, randomUUID());
        change.append(log, { type: 'message.sent', participantId, messageId, ...this.#said(log, identity, one) });
      }
      if (isOver) closeInteraction(this.#rooms, change, log, participantId);
    });
    const memory = this.#memory.get(log.interactionId);
    if (memory && says.length > 0) memory.values = values;
  }

  /** What cannot be shown as it was meant is said as text. */
  #said(log: InteractionLog, identity: ReturnType<typeof agentIdentity>, one: Parameters<typeof said>[2]) {
    try {
      return said(this.#rooms, { identity, log }, one);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return said(this.#rooms, { identity, log }, { text: one.text });
    }
  }

  async #handOver(log: InteractionLog, bot: Participant, handover: Handover): Promise<void> {
    const memory = this.#memory.get(log.interactionId);
    if (memory) memory.owed = handover;
    try {
      await handOver(this.#rooms, log, bot.participantId, handover);
      this.#memory.delete(log.interactionId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (memory) {
        memory.owed = null;
        memory.handledSeq = log.storedSeq;
      }
      if (memory?.isTold) return;
      if (memory) memory.isTold = true;
      await this.#say(log, bot, [{ text: botSentences.nobody, choices: [] }], { person: false }, false);
    }
  }

  #typing({ interactionId }: InteractionLog, { participantId }: Participant, typing: boolean): void {
    const payload = { interactionId, participantId, typing };
    this.#rooms.interaction.subscriptions.notify(interactionId, 'typing.changed', payload, () => true);
  }
}

const asksForPerson = ({ text, answer }: Told, { person }: BotConfig): boolean =>
  (answer && 'choiceId' in answer && answer.choiceId === personChoice) ||
  (person !== false && text.trim().toLowerCase() === person.toLowerCase());

const saidToBot = ({ text, answer }: Told, values: Memory['values']): string =>
  (answer && 'choiceId' in answer && Object.hasOwn(values, answer.choiceId) ? values[answer.choiceId] : undefined) ??
  text;
