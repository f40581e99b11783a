import type { CallKind, MediaPath, ParticipantId, Source } from '@eyeline/protocol';
import fc from 'fast-check';
import type { CallIntent } from '../call-context.ts';
import type { DeviceFailureCode } from '../device-failure.ts';
import { FakeCentre } from './fake-centre.ts';
import { FakeConnection } from './fake-connection.ts';
import { type FakePorts, settled } from './fake-ports.ts';
import { agentParticipantId, customerId, nextAgentId } from './ids.ts';

const kind = fc.constantFrom<CallKind>('two-way', 'one-way', 'voice', 'companion');
const source = fc.constantFrom<Source>('camera', 'microphone', 'screen');
const picture = 'test' as const;

/** What a person presses. */
const press: fc.Arbitrary<CallIntent> = fc.oneof(
  { weight: 4, arbitrary: kind.map(of => ({ type: 'start' as const, kind: of, picture })) },
  { weight: 6, arbitrary: fc.constant({ type: 'accept' as const, picture }) },
  { weight: 1, arbitrary: fc.constant({ type: 'accept' as const, kind: 'one-way' as const, picture }) },
  { weight: 1, arbitrary: fc.boolean().map(later => ({ type: 'decline' as const, later })) },
  { weight: 1, arbitrary: fc.constant({ type: 'hang-up' as const }) },
  { weight: 4, arbitrary: source.map(of => ({ type: 'toggle' as const, source: of })) },
  { weight: 3, arbitrary: fc.boolean().map(held => ({ type: 'hold' as const, held })) },
  { weight: 4, arbitrary: kind.map(of => ({ type: 'change-kind' as const, kind: of })) },
  {
    weight: 1,
    arbitrary: fc.constant({ type: 'change-kind' as const, kind: 'two-way' as const, wishes: { camera: false } }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'keep-kind' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'continue-here' as const }) },
);

const lines = ['arrive', 'receive', 'arrive-twice', 'receive-twice', 'overtake', 'lose', 'break', 'open'] as const;
const pages = ['reload', 'reload-unnoticed', 'break-unnoticed', 'notice', 'second-page'] as const;
const codes = fc.constantFrom<DeviceFailureCode>('denied', 'press-needed', 'in-use', 'no-device');

type Act =
  | { readonly do: (typeof lines)[number] | (typeof pages)[number] }
  | { readonly do: 'press'; readonly intent: CallIntent }
  | { readonly do: 'give' | 'signal' | 'live' | 'flow' | 'send' | 'compose' | 'retry-devices' }
  | { readonly do: 'refuse'; readonly source: Source; readonly code: DeviceFailureCode }
  | { readonly do: 'lose-track'; readonly source: Source }
  | { readonly do: 'lost'; readonly back: number }
  | { readonly do: 'fall-back'; readonly step: 'full' | 'less' | 'voice' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'hand-over' | 'ring-out' | 'end' };

const plain = <D extends string>(...all: readonly D[]) => fc.constantFrom(...all).map(one => ({ do: one }));

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: plain('flow') },
  { weight: 8, arbitrary: plain('arrive', 'receive') },
  { weight: 10, arbitrary: press.map(intent => ({ do: 'press' as const, intent })) },
  { weight: 6, arbitrary: plain('give') },
  { weight: 3, arbitrary: plain('live', 'signal') },
  { weight: 3, arbitrary: plain(...lines) },
  { weight: 3, arbitrary: plain(...pages) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lost' as const), back: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('refuse' as const), source, code: codes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose-track' as const), source }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('full', 'less', 'voice').map(of => ({ do: 'fall-back' as const, step: of })),
  },
  { weight: 2, arbitrary: plain('send', 'compose', 'retry-devices') },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1500, 3000, 20_000) }) },
  { weight: 1, arbitrary: plain('hand-over', 'ring-out') },
);

/** What happens, and to the how manieth page. Rarely somebody ends the whole conversation. */
export const step = fc.record({
  at: fc.nat(2),
  act: fc.oneof({ weight: 200, arbitrary: act }, { weight: 1, arbitrary: plain('end') }),
});
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const spare: FakePorts[] = [];

/** Customer, agent and later the next agent, each at a page or two, and the server between them. */
export class CallWorld {
  readonly centre: FakeCentre;
  readonly pages: FakeConnection[] = [];
  /** What was written, with who wrote it in front. */
  readonly sent: string[] = [];
  readonly #advance: (ms: number) => void;
  #texts = 0;

  /** `advance`: how time goes on. */
  constructor(media: MediaPath, advance: (ms: number) => void) {
    this.#advance = advance;
    this.centre = new FakeCentre(media);
    this.#open(customerId);
    this.#open(agentParticipantId);
  }

  pagesOf(participantId: ParticipantId): readonly FakeConnection[] {
    return this.pages.filter(page => page.participantId === participantId);
  }

  hasLeft(participantId: ParticipantId): boolean {
    const { participants } = this.centre.interaction;
    return participants.some(one => one.participantId === participantId && one.presence === 'left');
  }

  async take({ at, act: what }: Step): Promise<void> {
    const page = this.pages[at % this.pages.length];
    if (!page) return;
    this.#take(page, what);
    this.#publish();
    if (['receive', 'flow', 'reload', 'hand-over', 'second-page'].includes(what.do)) await settled();
  }

  /** Nothing is to be awaited of what it answers. */
  #take(page: FakeConnection, what: Act): unknown {
    const { ports } = page;
    const open = ports.media.findLast(({ isClosed }) => !isClosed);
    switch (what.do) {
      case 'arrive':
      case 'arrive-twice':
        return page.arrive(what.do === 'arrive' ? 1 : 2);
      case 'receive':
      case 'receive-twice':
        return page.receive(what.do === 'receive' ? 1 : 2);
      case 'flow':
        for (const one of this.pages) this.#flow(one);
        return;
      case 'overtake':
      case 'lose':
      case 'open':
      case 'notice':
        return page[what.do]();
      case 'break':
      case 'break-unnoticed':
        page.break();
        return what.do === 'break' ? page.notice() : undefined;
      case 'reload':
      case 'reload-unnoticed':
        return page.reload(what.do === 'reload');
      case 'second-page':
        if (this.pagesOf(customerId).length === 1) this.#open(customerId, page);
        return;
      case 'press':
        return page.call?.send(what.intent);
      case 'give':
        return ports.devices.captures.find(({ isAnswered }) => !isAnswered)?.give();
      case 'refuse': {
        const capture = ports.devices.captures.find(({ isAnswered }) => !isAnswered);
        return capture?.answer(capture.request.sources.includes(what.source) ? { [what.source]: what.code } : {});
      }
      case 'retry-devices':
        return ports.devices.report({ type: 'devices.retry' });
      case 'lose-track':
        for (const [{ id }, of] of ports.devices.running)
          if (of === what.source) ports.devices.report({ type: 'track.lost', trackId: id, code: 'ended' });
        return;
      case 'live':
        return open && ports.path('live');
      case 'lost':
        return open && ports.path('lost', (ports.desired?.epoch ?? 1) - what.back);
      case 'fall-back':
        return open && ports.openMedia.report({ type: 'media.fallback', step: what.step, cause: 'network' });
      case 'signal':
        return this.#signal(page);
      case 'wait':
        this.#advance(what.ms);
        return;
      case 'send':
        if (this.hasLeft(page.participantId) || page.context.interaction.closed) return;
        this.#texts += 1;
        this.sent.push(`${page.participantId} ${this.#texts}`);
        return page.conversation.send({ type: 'send', text: `${page.participantId} ${this.#texts}` });
      case 'compose':
        return page.conversation.send({ type: 'compose' });
      case 'hand-over':
        if (this.centre.interaction.closed || this.pagesOf(nextAgentId).length > 0) return;
        this.centre.handOver();
        return this.#open(nextAgentId);
      case 'ring-out':
        return this.centre.interaction.call?.state === 'proposed'
          ? this.centre.calls.end(null, 'not-answered')
          : undefined;
      case 'end':
        return page.conversation.send({ type: 'end' });
    }
  }

  /** Everything that is on its way arrives, and everybody who waits is answered, whoever is asked presses. */
  async calmDown(): Promise<void> {
    for (const page of this.pages) {
      page.break();
      page.notice();
      page.open();
    }
    for (let round = 0; round < 16; round += 1) {
      for (const page of this.pages) {
        this.#flow(page);
        for (const capture of page.ports.devices.captures) if (!capture.isAnswered) capture.give();
        if (page.ports.media.some(({ isClosed }) => !isClosed) && page.ports.desired) page.ports.path('live');
        this.#flow(page);
      }
      await settled();
      if (round % 4 === 3) {
        this.#advance(3000);
        this.#continueSomewhere();
      }
    }
  }

  stop(): void {
    for (const page of this.pages) page.stop();
  }

  /** The browsers may be used again. */
  release(): void {
    for (const { ports } of this.pages) {
      ports.clear();
      spare.push(ports);
    }
  }

  /** Nobody is in the call at any page any more: the person goes on where they are asked. */
  #continueSomewhere(): void {
    for (const page of this.pages)
      if (
        page.call?.getSnapshot().matches({ elsewhere: 'asking' }) &&
        !this.centre.calls.pages.has(page.participantId)
      ) {
        page.call.send({ type: 'continue-here' });
        this.#flow(page);
      }
  }

  #open(participantId: ParticipantId, twin?: FakeConnection): void {
    const name = `page-${this.pages.length}`;
    const page = new FakeConnection(this.centre, participantId, () => this.#publish(), twin, name, spare.pop());
    this.pages.push(page);
    page.open();
  }

  #publish(): void {
    for (const notice of this.centre.takeNotices()) for (const page of this.pages) page.deliver(notice);
  }

  #flow(page: FakeConnection): void {
    for (let packets = 0; !page.isQuiet; packets += 1) {
      if (packets > 500) throw new Error('a page and the server do not come to an end with each other');
      page.arrive();
      page.receive();
    }
  }

  #signal(page: FakeConnection): void {
    const { callId } = page.call?.getSnapshot().context ?? {};
    const { desired } = page.ports.media.some(({ isClosed }) => !isClosed) ? page.ports : { desired: null };
    if (!callId || !desired || !page.isOpen) return;
    const signal = { type: 'offer', sdp: 'v=0' } as const;
    const { interactionId } = page.context;
    this.centre.ask(
      page.participantId,
      { type: 'call.signal', interactionId, callId, epoch: desired.epoch, signal },
      page.page,
    );
  }
}
