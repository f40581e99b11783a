import { between, type Chance } from '../chance.ts';
import type { Directory } from '../directory/directory.ts';
import type { Hub } from '../hub/hub.ts';
import { asyncError } from '../hub/notification.ts';
import type { Journal } from '../journal.ts';
import type { ScenarioUser, ScriptedCall } from '../scenario/scenario.ts';
import type { Timers } from '../timers.ts';
import { type Call, type CallAction, type CallParticipant, decideCall, endCall } from '../voice/call.ts';
import { refusals } from '../voice/voice-agent.ts';
import type { Cause, VoiceDesk } from '../voice/voice-desk.ts';
import { xml } from '../xml/xml-element.ts';
import { callXml } from './call-xml.ts';

const pilot = '8000';

/** Every phone call: it waits, rings, is talked in and ends. */
export class CallSimulator {
  readonly #calls = new Map<string, Call>();
  readonly #waiting: Call[] = [];
  readonly #ringing = new Map<string, () => void>();
  readonly #directory: Directory;
  readonly #voice: VoiceDesk;
  readonly #hub: Hub;
  readonly #journal: Journal;
  readonly #timers: Timers;
  readonly #chance: Chance;
  #count = 0;
  #isKept: (userId: string) => boolean = () => false;
  readonly #onRinging = new Set<(user: ScenarioUser, call: Call) => void>();

  constructor(parts: {
    directory: Directory;
    voice: VoiceDesk;
    hub: Hub;
    journal: Journal;
    timers: Timers;
    chance: Chance;
  }) {
    this.#directory = parts.directory;
    this.#voice = parts.voice;
    this.#hub = parts.hub;
    this.#journal = parts.journal;
    this.#timers = parts.timers;
    this.#chance = parts.chance;
    this.#voice.onChange((_user, agent, before) => {
      if (agent.state === 'READY' && before.state !== 'READY') queueMicrotask(() => this.#serveWaiting());
    });
  }

  get calls(): readonly Call[] {
    return [...this.#calls.values()];
  }

  get waiting(): readonly Call[] {
    return this.#waiting;
  }

  call(id: string): Call | undefined {
    return this.#calls.get(id);
  }

  callsOf(user: ScenarioUser): readonly Call[] {
    const { extension } = this.#voice.agent(user.id);
    return this.calls.filter(call =>
      call.participants.some(({ address, isAgent }) => isAgent && address === extension),
    );
  }

  /** Says whose other work keeps routing from giving them a call. */
  keepFrom(isKept: (userId: string) => boolean): void {
    this.#isKept = isKept;
  }

  /** Tells when a call rings at an agent. */
  onRinging(listener: (user: ScenarioUser, call: Call) => void): void {
    this.#onRinging.add(listener);
  }

  /** A call comes in. Answers it when it rings or waits; `undefined` when the agent cannot be called. */
  arrive(command: ScriptedCall): Call | undefined {
    const now = Date.now();
    const from = command.from ?? `+1555${String(between([0, 9_999_999], this.#chance)).padStart(7, '0')}`;
    const id = String(16_800_000 + ++this.#count);
    const queueName = this.#directory.scenario.csqs[0]?.name;
    const isQueued = command.kind !== 'non-acd' && queueName !== undefined;
    const caller: CallParticipant = { address: from, isAgent: false, state: 'ACTIVE', startedAt: now, changedAt: now };
    const call: Call = {
      ...{ id, kind: command.kind, from, to: pilot, state: 'ALERTING', participants: [caller], wrapUpReason: '' },
      variables: { callVariable1: '' },
      ...(isQueued ? { queueName } : {}),
    };
    if (command.user !== undefined) {
      const user = this.#directory.users.get(command.user);
      return user && this.#ring(user, call);
    }
    const user = this.#longestReady();
    if (user) return this.#ring(user, call);
    this.#waiting.push(call);
    this.#journal.write('call', `${call.from} waits (${this.#waiting.length} in the queue)`);
    this.#timers.after(this.#directory.scenario.calls.patienceMs, () => {
      const place = this.#waiting.findIndex(each => each.id === id);
      if (place < 0) return;
      this.#waiting.splice(place, 1);
      this.#journal.write('call', `${call.from} gave up waiting`);
    });
    return call;
  }

  /** An agent calls somebody. */
  make(user: ScenarioUser, to: string, cause: Cause): Call | undefined {
    const now = Date.now();
    const { extension } = this.#voice.agent(user.id);
    const id = String(16_800_000 + ++this.#count);
    const outcome = this.#voice.input(user, { type: 'call.offered', call: { id, kind: 'non-acd' } });
    if (extension === undefined || outcome.type === 'refused') {
      this.refuse(user, cause);
      return undefined;
    }
    const participant = (address: string, isAgent: boolean): CallParticipant => ({
      ...{ address, isAgent, state: 'ACTIVE', startedAt: now, changedAt: now },
    });
    const participants = [participant(extension, true), participant(to, false)];
    const call: Call = {
      ...{ id, kind: 'non-acd', from: extension, to, state: 'ACTIVE', participants, variables: {}, wrapUpReason: '' },
    };
    this.#keep(call);
    this.#notify(user, call, 'POST', cause);
    this.#voice.input(user, { type: 'call.answered' });
    return call;
  }

  /** A participant acts; whether that was possible. `address` is the agent's when not given. */
  act(id: string, action: CallAction, address?: string, cause: Cause = {}): boolean {
    const before = this.#calls.get(id);
    const agentAddress = before?.participants.find(({ isAgent }) => isAgent)?.address;
    const user = this.#userAt(agentAddress);
    const call = before && decideCall(before, action, address ?? agentAddress ?? '', Date.now());
    if (!before || !call || !user) return false;
    this.#ringing.get(id)?.();
    this.#ringing.delete(id);
    if (call.state === 'DROPPED') {
      this.#end(user, call, cause);
      return true;
    }
    this.#calls.set(id, call);
    this.#notify(user, call, 'PUT', cause);
    const isOwn = address === undefined || address === agentAddress;
    if (action === 'ANSWER') this.#voice.input(user, { type: 'call.answered' });
    else if (isOwn) this.#voice.input(user, { type: action === 'HOLD' ? 'call.held' : 'call.retrieved' });
    return true;
  }

  /** The caller hangs up. */
  hangUp(id: string): boolean {
    const call = this.#calls.get(id);
    const user = this.#userAt(call?.participants.find(({ isAgent }) => isAgent)?.address);
    if (!call || !user) return false;
    this.#ringing.get(id)?.();
    this.#ringing.delete(id);
    this.#end(user, endCall(call, Date.now()), {});
    return true;
  }

  /** Says by a notification that nothing came of a request that 202 was said to. */
  refuse(user: ScenarioUser, cause: Cause): void {
    const source = `/finesse/api/User/${user.id}/Dialogs`;
    this.#hub.publish({
      ...this.#about(user, cause),
      node: source,
      source,
      event: 'put',
      data: asyncError(refusals.invalidState),
    });
  }

  #serveWaiting(): void {
    const user = this.#longestReady();
    const call = user && this.#waiting.shift();
    if (call) this.#ring(user, call);
  }

  #ring(user: ScenarioUser, waiting: Call): Call | undefined {
    const now = Date.now();
    const { extension } = this.#voice.agent(user.id);
    if (extension === undefined) return undefined;
    const outcome = this.#voice.input(user, { type: 'call.offered', call: { id: waiting.id, kind: waiting.kind } });
    if (outcome.type === 'refused') return undefined;
    const agent: CallParticipant = {
      address: extension,
      isAgent: true,
      state: 'ALERTING',
      startedAt: now,
      changedAt: now,
    };
    const to = waiting.kind === 'non-acd' ? extension : waiting.to;
    const call: Call = { ...waiting, to, participants: [...waiting.participants, agent] };
    this.#keep(call);
    this.#journal.write('call', `${call.from} rings at ${user.firstName} ${user.lastName}`);
    this.#notify(user, call, 'POST', {});
    const stopRinging = this.#timers.after(this.#directory.scenario.timings.ringMs, () =>
      this.#unanswered(user, call.id),
    );
    this.#ringing.set(call.id, stopRinging);
    for (const listener of this.#onRinging) listener(user, call);
    return call;
  }

  #unanswered(user: ScenarioUser, id: string): void {
    const call = this.#calls.get(id);
    this.#ringing.delete(id);
    if (!call) return;
    this.#calls.delete(id);
    this.#journal.write('call', `${user.firstName} ${user.lastName} did not answer ${call.from}`);
    this.#notify(user, endCall(call, Date.now()), 'DELETE', {});
    this.#voice.input(user, { type: 'call.unanswered' });
    if (call.kind !== 'acd') return;
    // Back to the head of the queue.
    this.#waiting.unshift({ ...call, participants: call.participants.filter(({ isAgent }) => !isAgent) });
    this.#serveWaiting();
  }

  #end(user: ScenarioUser, call: Call, cause: Cause): void {
    this.#calls.delete(call.id);
    this.#journal.write('call', `${call.from} and ${user.firstName} ${user.lastName} are done`);
    this.#notify(user, call, 'DELETE', cause);
    this.#voice.input(user, { type: 'call.ended' });
  }

  #notify(user: ScenarioUser, call: Call, event: 'POST' | 'PUT' | 'DELETE', cause: Cause): void {
    const node = `/finesse/api/User/${user.id}/Dialogs`;
    const isChange = event === 'PUT';
    const data = isChange ? callXml(call, 'dialog') : xml('dialogs', [callXml(call)]);
    this.#hub.publish({
      ...this.#about(user, cause),
      node,
      source: isChange ? `/finesse/api/Dialog/${call.id}` : node,
      event,
      data,
    });
  }

  #about(user: ScenarioUser, { requestId, at = this.#voice.nodeOf(user.id) }: Cause) {
    return { ...(requestId === undefined ? {} : { requestId }), ...(at === undefined ? {} : { at }) };
  }

  #keep(call: Call): void {
    this.#calls.set(call.id, call);
  }

  #userAt(extension: string | undefined): ScenarioUser | undefined {
    if (extension === undefined) return undefined;
    return this.#directory.everybody.find(user => this.#voice.agent(user.id).extension === extension);
  }

  #longestReady(): ScenarioUser | undefined {
    const { users, calls } = this.#directory.scenario;
    return users
      .filter(user => calls.to === 'everybody' || user.script)
      .filter(user => this.#voice.agent(user.id).state === 'READY' && !this.#isKept(user.id))
      .sort((one, other) => this.#voice.agent(one.id).changedAt - this.#voice.agent(other.id).changedAt)[0];
  }
}
