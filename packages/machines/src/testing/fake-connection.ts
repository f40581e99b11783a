import type { Command, ParticipantId, Reply } from '@eyeline/protocol';
import { isFactName } from '@eyeline/protocol';
import { type Actor, createActor, setup } from 'xstate';
import type { CallActor } from '../call-machine.ts';
import { type ConversationEvent, isOfConversation } from '../conversation-context.ts';
import type { ConversationActor } from '../conversation-machine.ts';
import type { IdSource } from '../identity.ts';
import { connectionId } from '../signaling.ts';
import type { FakePage } from './fake-calls.ts';
import type { FakeCentre, Notice } from './fake-centre.ts';
import { FakeOutboxes } from './fake-outboxes.ts';
import { FakePorts } from './fake-ports.ts';
import { countingIds, interactionId } from './ids.ts';
import { outcomeOf } from './outcome-of.ts';
import { connectionTo } from './start-child.ts';

type Packet = { event: Notice['event'] } | { command: Command; reply: Reply<unknown> };

/** One side's conversation behind a connection that the test can delay, break and let stammer. */
export class FakeConnection {
  readonly ports: FakePorts;
  conversation: ConversationActor;
  readonly participantId: ParticipantId;
  readonly #centre: FakeCentre;
  readonly #onNotices: () => void;
  readonly outboxes: FakeOutboxes;
  readonly #ids: IdSource;
  #parent: Actor<ReturnType<typeof parentOf>>;
  /** As the server knows it: the page as it was loaded, over every line that it has had. */
  page: FakePage = {};
  #isOpen = false;
  #isSubscribed = false;
  /** On their way to the server, and asked without an answer yet. */
  #up: Command[] = [];
  #gone: FakePage[] = [];
  #asked: Command[] = [];
  #down: Packet[] = [];

  /** `twin` is the tab that this one is a copy of: the browser gives it what the other has stored. Its `name` is in its ids. */
  constructor(
    centre: FakeCentre,
    participantId: ParticipantId,
    onNotices: () => void,
    twin?: FakeConnection,
    name: string = participantId,
    ports = new FakePorts(),
  ) {
    this.ports = ports;
    this.#centre = centre;
    this.#onNotices = onNotices;
    this.participantId = participantId;
    this.outboxes = new FakeOutboxes(twin?.outboxes);
    this.#ids = countingIds(name);
    [this.#parent, this.conversation] = this.#load();
  }

  #load(): [Actor<ReturnType<typeof parentOf>>, ConversationActor] {
    const { participantId, outboxes } = this;
    const input = { interactionId, participantId, ids: this.#ids, online: false, outboxes };
    const parent = createActor(parentOf(this.ports.conversation, input, command => this.#ask(command))).start();
    const { child } = parent.getSnapshot().children;
    if (!child) throw new Error('no conversation');
    return [parent, child as ConversationActor];
  }

  /**
   * The page goes, with all that it knew, and comes again; the server may have heard what was on its way. `isNoticed`: the
   * server knows at once that the page is gone; otherwise once it is told.
   */
  reload(isNoticed = true): void {
    const wasOpen = this.#isOpen;
    this.#parent.stop();
    this.#cut();
    this.#gone.push(this.page);
    this.page = {};
    if (isNoticed) this.notice();
    [this.#parent, this.conversation] = this.#load();
    if (wasOpen) this.open();
  }

  /** The server notices which pages and lines are gone. */
  notice(): void {
    for (const page of this.#gone.splice(0)) this.#centre.calls.leave(page);
    if (!this.#isOpen) this.#centre.calls.leave(this.page);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Null before its code is there. */
  get call(): CallActor | null {
    return this.context.call;
  }

  get context() {
    return this.conversation.getSnapshot().context;
  }

  get isQuiet(): boolean {
    return this.#up.length === 0 && this.#down.length === 0;
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#notify({ type: 'connection.opened' });
  }

  /** What was on its way is gone; nobody knows what of it arrived. */
  break(): void {
    if (!this.#isOpen) return;
    const lost = this.#asked;
    this.#cut();
    this.#notify({ type: 'connection.lost' });
    for (const command of lost) this.#notify({ type: 'lost', command });
  }

  #cut(): void {
    this.#isOpen = false;
    this.#isSubscribed = false;
    this.#up = [];
    this.#asked = [];
    this.#down = [];
  }

  /** The first packet that is on its way to the server arrives, perhaps twice. */
  arrive(times = 1): void {
    const command = this.#up.shift();
    for (let time = 0; command && time < times; time += 1) {
      const reply = this.#centre.ask(this.participantId, command, this.page);
      this.#onNotices();
      if (command.type === 'interaction.catch-up') this.#isSubscribed = true;
      this.#down.push({ command, reply });
    }
  }

  /** The server tells; only who has caught up on this connection hears it. */
  deliver({ to, page, event }: Notice): void {
    if (to !== this.participantId || (page && page !== this.page)) return;
    if (this.#isOpen && this.#isSubscribed) this.#down.push({ event });
  }

  /** The second packet from the server overtakes the first, where both are told unasked. */
  overtake(): void {
    const [first, second, ...more] = this.#down;
    if (first && second && 'event' in first && 'event' in second) this.#down = [second, first, ...more];
  }

  /** The first packet from the server arrives, perhaps twice. */
  receive(times = 1): void {
    const packet = this.#down.shift();
    for (let time = 0; packet && time < times; time += 1) {
      if ('event' in packet) this.#notify(packet.event);
      else this.#answer(packet.command, packet.reply);
    }
  }

  /** The first packet from the server gets lost: an answer comes too late, a fact cannot be read. */
  lose(): void {
    const packet = this.#down[0];
    if (!packet || ('event' in packet && !isFactName(packet.event.type))) return;
    this.#down.shift();
    if ('event' in packet || !this.#asked.includes(packet.command)) return;
    this.#asked = this.#asked.filter(command => command !== packet.command);
    this.#notify({ type: 'lost', command: packet.command });
  }

  stop(): void {
    this.#parent.stop();
  }

  #ask(command: Command): void {
    if (this.#isOpen) {
      this.#up.push(command);
      this.#asked.push(command);
    } else this.#notify({ type: 'lost', command });
  }

  /** socket.io hands the first answer on and passes over any other. */
  #answer(command: Command, reply: Reply<unknown>): void {
    if (!this.#asked.includes(command)) return;
    this.#asked = this.#asked.filter(one => one !== command);
    this.#notify(outcomeOf(command, reply));
  }

  #notify(event: ConversationEvent | Notice['event'] | ReturnType<typeof outcomeOf>): void {
    if (event.type === 'connection.opened' || event.type === 'connection.lost' || isOfConversation(event))
      this.conversation.send(event as ConversationEvent);
  }
}

const parentOf = (
  conversation: FakePorts['conversation'],
  input: {
    interactionId: typeof interactionId;
    participantId: ParticipantId;
    ids: IdSource;
    online: boolean;
    outboxes: FakeOutboxes;
  },
  ask: (command: Command) => void,
) =>
  setup({ actors: { connection: connectionTo(ask), conversation } }).createMachine({
    invoke: [
      { src: 'connection', systemId: connectionId },
      { id: 'child', src: 'conversation', input },
    ],
  });
