import { randomUUID } from 'node:crypto';
import { CommandId, type Fact, FILES_PATH, InteractionId, type ParticipantId } from '@eyeline/protocol';
import * as v from 'valibot';
import { requireUpload } from '../../interaction/files/upload.ts';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { visibleTo } from '../../interaction/subscriptions.ts';
import { agentOf } from '../../people/identity.ts';
import type { Line, OpenLine } from '../../people/line.ts';
import type { SiteEntryPoint } from '../../settings/config.ts';
import { eceSentences } from '../../settings/sentences/ece.ts';
import type { Store } from '../../store/store.ts';
import { takeFile } from '../files/take-file.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { type CallbackMessage, callbackMessages, type EceUser, typingMessage } from './callback-message.ts';
import { EceError } from './ece-error.ts';
import { claimOf, formOf } from './ece-form.ts';
import { EceOutlet, type Portion } from './ece-outlet.ts';
import { EceRecord, eceSystem, endedKeptMs } from './ece-record.ts';
import { fetchAttachment } from './fetch-attachment.ts';
import type { Attachment } from './message-body.ts';
import type { StartRequest } from './start-request.ts';

export interface EceRooms extends HttpRooms {
  readonly store: HttpRooms['store'] & Pick<Store, 'loadOutside'>;
}

/** What the agent does that is true only for the moment; it goes out beside what is stored, or not at all. */
interface Passing {
  readonly afterSeq: number;
  readonly message: CallbackMessage;
}

interface Conversation {
  record: EceRecord;
  readonly line: Line | null;
  passing: Passing[];
}

export interface Starting {
  /** The key of the application. */
  readonly application: string;
  readonly site: SiteEntryPoint;
  readonly start: StartRequest;
  /** By what the customer is known again, as `email.emailAddress`. */
  readonly search: string | null;
  readonly typing: boolean;
  readonly origin: string;
}

/** So much that passes is kept for a conversation whose application does not listen. */
const mostPassing = 20;
const fileMs = 24 * 3_600_000;
/** After so many new conversations it is looked for those that ended long ago. */
const tidyEvery = 100;

const newId = (): CommandId => v.parse(CommandId, randomUUID());

/** The conversations that applications have begun: their customers are there by a line of the house. */
export class EceConversations {
  readonly #rooms: EceRooms;
  readonly #openLine: OpenLine;
  readonly #conversations = new Map<InteractionId, Conversation>();
  #outlets: ReadonlyMap<string, EceOutlet>;
  #lastActivity = 0;

  constructor(rooms: EceRooms, openLine: OpenLine) {
    this.#rooms = rooms;
    this.#openLine = openLine;
    this.#outlets = this.#openOutlets();
  }

  outlet(application: string): EceOutlet | undefined {
    return this.#outlets.get(application);
  }

  /** Goes on where the last server stopped. */
  async restore(): Promise<void> {
    for (const { system, subject, value } of await this.#rooms.store.loadOutside()) {
      if (system !== eceSystem) continue;
      const record = v.safeParse(EceRecord, value);
      const interactionId = v.safeParse(InteractionId, subject);
      if (!record.success || !interactionId.success) {
        this.#rooms.log.error({ subject }, 'A conversation of an application could not be read. It is left aside.');
        continue;
      }
      this.#lastActivity = Math.max(this.#lastActivity, record.output.activityId);
      await this.#restoreOne(interactionId.output, record.output);
    }
    await this.#forgetOld();
  }

  /** Another configuration counts. */
  reconfigured(): void {
    for (const outlet of this.#outlets.values()) void outlet.stop();
    this.#outlets = this.#openOutlets();
    for (const [interactionId, { record }] of this.#conversations)
      if (record.endedAt === null) this.#outlets.get(record.application)?.wake(interactionId);
  }

  /** These are stored: whom they concern is told. */
  follow(facts: readonly Fact[]): void {
    for (const { interactionId, type } of facts) {
      const one = this.#conversations.get(interactionId);
      if (!one) continue;
      this.#outlets.get(one.record.application)?.wake(interactionId);
      if (type === 'interaction.closed') one.line?.close();
    }
  }

  /** @throws EceError or Refusal where it cannot begin */
  async start({ application, site, start, search, typing, origin }: Starting) {
    const line = this.#line(application, () => opened);
    let opened: InteractionId | null = null;
    try {
      const { interactionId, participantId } = await line.do('interaction.open', {
        entryPointId: site.entryPointId,
        form: formOf(site, start),
        customer: claimOf(start, search),
        commandId: newId(),
        domain: 'chat',
      });
      opened = interactionId;
      await line.do('interaction.catch-up', { interactionId, afterSeq: 0 });
      this.#lastActivity += 1;
      const activityId = this.#lastActivity;
      const record: EceRecord = {
        application,
        participantId,
        activityId,
        typing,
        origin,
        deliveredSeq: 0,
        endedAt: null,
      };
      this.#conversations.set(interactionId, { record, line, passing: [] });
      await this.#keep([interactionId]);
      this.#outlets.get(application)?.wake(interactionId);
      if (activityId % tidyEvery === 0) await this.#forgetOld();
      return { interactionId, activityId };
    } catch (error) {
      // Without its place here nobody would ever be told of it.
      if (opened) this.#conversations.delete(opened);
      line.close();
      throw error;
    }
  }

  /** @throws EceError `404`, `403`; or Refusal */
  async say(application: string, id: string, text: string): Promise<void> {
    const { interactionId, line } = this.#require(application, id);
    await line.do('message.send', { interactionId, text, commandId: newId() });
  }

  /** @throws EceError `404`, `403`; or Refusal */
  async type(application: string, id: string, typing: boolean): Promise<void> {
    const { interactionId, line } = this.#require(application, id);
    await line.do('typing.set', { interactionId, typing });
  }

  /** A file of the customer's, fetched from where the application has it. @throws EceError `404`, `403`, `400`; or Refusal */
  async attach(application: string, id: string, { fileName, contentUrl }: Attachment): Promise<void> {
    const { interactionId, participantId } = this.#require(application, id);
    const ticket = { interactionId, participantId, fileId: newId(), way: 'upload', name: fileName } as const;
    const { rules } = requireUpload(this.#rooms, ticket);
    const allowPrivate = this.#outlets.get(application)?.application.privateAttachments ?? false;
    const content = await fetchAttachment({ url: contentUrl, allowPrivate, mostBytes: rules?.maxBytes ?? 0 });
    await takeFile(this.#rooms, ticket, content);
  }

  /** @throws EceError `404`, `403`; or Refusal */
  async end(application: string, id: string): Promise<void> {
    const { interactionId, line } = this.#require(application, id);
    await line.do('interaction.end', { interactionId, commandId: newId() });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#outlets.values()].map(outlet => outlet.stop()));
  }

  #require(application: string, id: string) {
    const read = v.safeParse(InteractionId, id);
    const one = read.success ? this.#conversations.get(read.output) : undefined;
    if (!read.success || !one) throw new EceError(404, 100, eceSentences.noConversation);
    if (one.record.application !== application) throw new EceError(403, 100, eceSentences.notYours);
    const log = this.#rooms.interaction.logs.get(read.output);
    if (!one.line || !log || log.isClosed) throw new EceError(409, 101, eceSentences.isOver);
    return { interactionId: read.output, participantId: one.record.participantId, line: one.line };
  }

  #openOutlets(): ReadonlyMap<string, EceOutlet> {
    const { settings, interaction, log } = this.#rooms;
    return new Map(
      (settings.config.ece?.applications ?? []).map(application => [
        application.key,
        new EceOutlet({
          ...{ application, log, now: interaction.now },
          next: (interactionId, most) => this.#next(interactionId, most),
          settle: portions => this.#settle(portions),
        }),
      ]),
    );
  }

  async #restoreOne(interactionId: InteractionId, record: EceRecord): Promise<void> {
    const log = this.#rooms.interaction.logs.get(interactionId);
    const isOpen = record.endedAt === null && log !== undefined && !log.isClosed;
    const line = isOpen ? this.#line(record.application, () => interactionId) : null;
    this.#conversations.set(interactionId, { record, line, passing: [] });
    if (line && log) {
      line.resume(interactionId, record.participantId);
      await line.do('interaction.catch-up', { interactionId, afterSeq: log.storedSeq });
    }
    if (record.endedAt === null) this.#outlets.get(record.application)?.wake(interactionId);
  }

  #line(application: string, conversation: () => InteractionId | null): Line {
    const emit = (name: string, payload: object) => {
      const interactionId = conversation();
      if (name === 'typing.changed' && interactionId) this.#typing(interactionId, payload);
    };
    return this.#openLine(application, emit);
  }

  #typing(interactionId: InteractionId, payload: object): void {
    const one = this.#conversations.get(interactionId);
    const log = this.#rooms.interaction.logs.get(interactionId);
    const { participantId, typing } = payload as { participantId: ParticipantId; typing: boolean };
    if (!one?.record.typing || !log || participantId === one.record.participantId) return;
    const message = typingMessage(
      interactionId,
      this.#userOf(log, participantId),
      typing,
      this.#rooms.interaction.now(),
    );
    one.passing = [...one.passing, { afterSeq: log.storedSeq, message }].slice(-mostPassing);
    this.#outlets.get(one.record.application)?.wake(interactionId);
  }

  async #next(interactionId: InteractionId, most: number): Promise<Portion> {
    const one = this.#conversations.get(interactionId);
    const log = await this.#rooms.interaction.logs.find(interactionId, this.#rooms.interaction.now());
    if (!one || !log) return { messages: [], throughSeq: 0, isPart: false };
    const { participantId, deliveredSeq, origin } = one.record;
    const stored = log.storedAfter(deliveredSeq);
    const facts = visibleTo({ role: 'customer', participantId }, stored, log.closedSeq);
    const messages: CallbackMessage[] = [];
    let throughSeq = stored.at(-1)?.seq ?? deliveredSeq;
    let isPart = false;
    for (const fact of facts) {
      const told = await this.#told(fact, log, participantId, origin);
      if (messages.length + told.length > most && messages.length > 0) {
        throughSeq = fact.seq - 1;
        isPart = true;
        break;
      }
      messages.push(...this.#passed(one, fact.seq), ...told);
    }
    if (!isPart) messages.push(...this.#passed(one, Number.POSITIVE_INFINITY));
    return { messages, throughSeq, isPart };
  }

  /** What passed before that place. It is taken out: it is told once, or never. */
  #passed(one: Conversation, seq: number): CallbackMessage[] {
    const before = one.passing.filter(({ afterSeq }) => afterSeq < seq);
    one.passing = one.passing.filter(({ afterSeq }) => afterSeq >= seq);
    return before.map(({ message }) => message);
  }

  async #told(
    fact: Fact,
    log: InteractionLog,
    participantId: ParticipantId,
    origin: string,
  ): Promise<CallbackMessage[]> {
    const { people } = this.#rooms;
    const { interactionId } = fact;
    const ticket =
      fact.type === 'file.shared'
        ? await people.tokens.forFile({ interactionId, participantId, fileId: fact.file.fileId, way: 'read' }, fileMs)
        : '';
    return callbackMessages(fact, {
      participantId,
      userOf: id => this.#userOf(log, id as ParticipantId),
      fileUrl: () => `${origin}${FILES_PATH}?ticket=${encodeURIComponent(ticket)}`,
    });
  }

  #userOf(log: InteractionLog, participantId: ParticipantId): EceUser {
    const username = this.#rooms.people.accounts.get(agentOf(participantId))?.username;
    const name = log.participant(participantId)?.name ?? username ?? '';
    return { name, screenName: username ?? name };
  }

  async #settle(portions: ReadonlyMap<InteractionId, Portion>): Promise<void> {
    const told: InteractionId[] = [];
    for (const [interactionId, { messages, throughSeq }] of portions) {
      const one = this.#conversations.get(interactionId);
      if (!one || throughSeq <= one.record.deliveredSeq) continue;
      const isOver = messages.some(({ type }) => type.value === 'complete');
      one.record = { ...one.record, deliveredSeq: throughSeq, endedAt: isOver ? this.#rooms.interaction.now() : null };
      if (messages.length === 0) continue;
      told.push(interactionId);
      const log = this.#rooms.interaction.logs.get(interactionId);
      if (one.line && log && !log.isClosed)
        await one.line.do('message.mark-delivered', { interactionId, throughSeq }).catch(() => {});
    }
    if (told.length > 0) await this.#keep(told);
  }

  /** The newest stays in any case: numbers are not given twice. */
  async #forgetOld(): Promise<void> {
    const before = this.#rooms.interaction.now() - endedKeptMs;
    const old = [...this.#conversations].flatMap(([subject, { record }]) =>
      (record.endedAt ?? before) < before && record.activityId < this.#lastActivity ? [subject] : [],
    );
    if (old.length === 0) return;
    for (const interactionId of old) this.#conversations.delete(interactionId);
    const forgotten = old.map(subject => ({ system: eceSystem, subject, value: null }));
    await this.#rooms.interaction.change(change => change.keepOutside(forgotten));
  }

  #keep(interactionIds: readonly InteractionId[]): Promise<void> {
    const records = interactionIds.flatMap(subject => {
      const one = this.#conversations.get(subject);
      return one ? [{ system: eceSystem, subject, value: one.record }] : [];
    });
    return this.#rooms.interaction.change(change => change.keepOutside(records));
  }
}
