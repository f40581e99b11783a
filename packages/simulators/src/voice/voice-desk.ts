import type { Directory } from '../directory/directory.ts';
import type { Hub } from '../hub/hub.ts';
import { asyncError } from '../hub/notification.ts';
import type { Journal } from '../journal.ts';
import type { ScenarioUser } from '../scenario/scenario.ts';
import { decideVoice } from './decide-voice.ts';
import { notifiedUserXml, teamNotificationXml } from './user-xml.ts';
import { refusals, type VoiceAgent, type VoiceInput, type VoiceOutcome, type VoiceRules } from './voice-agent.ts';

/** Who caused a change, so that its notification can say so. */
export interface Cause {
  readonly requestId?: string;
  /** The Finesse node that was asked. */
  readonly at?: 'A' | 'B';
  /** The user who asked, when that is not the agent. */
  readonly by?: string;
}

type ChangeListener = (user: ScenarioUser, agent: VoiceAgent, before: VoiceAgent) => void;

/** The voice of every agent: feeds the state machine and tells what came of it. */
export class VoiceDesk {
  readonly #agents = new Map<string, VoiceAgent>();
  readonly #nodes = new Map<string, 'A' | 'B'>();
  readonly #listeners = new Set<ChangeListener>();
  readonly #directory: Directory;
  readonly #hub: Hub;
  readonly #journal: Journal;

  constructor(directory: Directory, hub: Hub, journal: Journal) {
    this.#directory = directory;
    this.#hub = hub;
    this.#journal = journal;
  }

  agent(userId: string): VoiceAgent {
    return this.#agents.get(userId) ?? { state: 'LOGOUT', changedAt: 0, reasonCodeId: '-1' };
  }

  /** The Finesse node that an agent signed in at. */
  nodeOf(userId: string): 'A' | 'B' | undefined {
    return this.#nodes.get(userId);
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.add(listener);
  }

  /** Feeds one input; what is refused is told only when somebody asked for it. */
  input(user: ScenarioUser, input: VoiceInput, cause: Cause = {}): VoiceOutcome {
    const before = this.agent(user.id);
    if (input.type === 'command' && input.command === 'LOGIN') this.#nodes.set(user.id, cause.at ?? 'A');
    const outcome = this.#decide(user, before, input);
    if (outcome.type === 'refused') {
      if (input.type === 'command') this.#refuse(user, outcome.refusal, cause);
      return outcome;
    }
    this.#agents.set(user.id, outcome.agent);
    this.#notify(user, outcome.agent, cause);
    if (outcome.agent.state === 'LOGOUT') this.#nodes.delete(user.id);
    for (const listener of this.#listeners) listener(user, outcome.agent, before);
    return outcome;
  }

  #decide(user: ScenarioUser, before: VoiceAgent, input: VoiceInput): VoiceOutcome {
    // Two people cannot sign in at one phone.
    if (input.type === 'command' && input.command === 'LOGIN' && before.state === 'LOGOUT') {
      const isTaken = [...this.#agents].some(([id, agent]) => id !== user.id && agent.extension === input.extension);
      if (isTaken) return { type: 'refused', agent: before, refusal: refusals.invalidDevice };
    }
    return decideVoice(before, input, this.#rules(user), Date.now());
  }

  #rules(user: ScenarioUser): VoiceRules {
    const { deployment, uncertain } = this.#directory.scenario;
    return {
      deployment,
      hasDevice: extension => this.#directory.hasDevice(extension),
      systemReason: (category, code) => this.#directory.systemReason(category, code),
      hasWrapUp: user.wrapUp,
      afterNonAcdCall: uncertain.afterNonAcdCall,
      presenceLoss: uncertain.presenceLossOnUcce,
    };
  }

  #notify(user: ScenarioUser, agent: VoiceAgent, { requestId, at = this.nodeOf(user.id) }: Cause): void {
    const source = `/finesse/api/User/${user.id}`;
    const asked = requestId === undefined ? {} : { requestId };
    const common = { source, event: 'PUT', ...(at ? { at } : {}) } as const;
    const pending = agent.pending ? `, then ${agent.pending.state}` : '';
    this.#journal.write('state', `${user.firstName} ${user.lastName} (${user.id}) is ${agent.state}${pending}`);
    this.#hub.publish({ ...common, ...asked, node: source, data: notifiedUserXml(user, agent, this.#directory) });
    if (user.team === undefined) return;
    const node = `/finesse/api/Team/${user.team}/Users`;
    const { teamEvent, teamRequestIds } = this.#directory.scenario.uncertain;
    const toTeam = { ...common, ...(teamRequestIds ? asked : {}) };
    this.#hub.publish({ ...toTeam, event: teamEvent, node, data: teamNotificationXml(user, agent, this.#directory) });
  }

  #refuse(user: ScenarioUser, refusal: Parameters<typeof asyncError>[0], { requestId, at, by }: Cause): void {
    const source = `/finesse/api/User/${user.id}`;
    const data = asyncError(refusal);
    this.#journal.write('state', `${user.id}: ${refusal.type} / ${refusal.message} / ${refusal.data}`);
    const nodes = new Set([source]);
    const notifiesBoth = this.#directory.scenario.uncertain.supervisorErrors === 'both';
    if (by !== undefined && notifiesBoth) nodes.add(`/finesse/api/User/${by}`);
    for (const node of nodes) {
      this.#hub.publish({
        node,
        source,
        event: 'put',
        data,
        ...(requestId === undefined ? {} : { requestId }),
        ...(at ? { at } : {}),
      });
    }
  }
}
