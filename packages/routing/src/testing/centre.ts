import type { AgentId, TaskId } from '@eyeline/protocol';
import * as v from 'valibot';
import { RoutingConfiguration, type RoutingConfigurationSource } from '../configuration/configuration.ts';
import { decide } from '../decide.ts';
import { type RoutingDomain, routingDomains } from '../domain.ts';
import type { RoutingEffect } from '../effect.ts';
import type { RoutingInput, TaskRequest } from '../input.ts';
import { agentStatus } from '../query/agent-status.ts';
import { restore } from '../record/restore.ts';
import { snapshot } from '../record/snapshot.ts';
import { emptyRouting, type RoutingState } from '../record/state.ts';

type EffectOf<T extends RoutingEffect['type']> = Extract<RoutingEffect, { type: T }>;

/** A contact centre for a test: short words for what people do, and what was told of it. */
export class Centre {
  now = 1_000_000;
  state: RoutingState;
  /** What the last decision told, and all decisions. */
  effects: readonly RoutingEffect[] = [];
  readonly allEffects: RoutingEffect[] = [];

  constructor(source: RoutingConfigurationSource = {}) {
    this.state = emptyRouting(v.parse(RoutingConfiguration, source));
  }

  notify(input: RoutingInput): readonly RoutingEffect[] {
    this.effects = decide(this.state, input, this.now).effects;
    this.allEffects.push(...this.effects);
    return this.effects;
  }

  /** Lets time pass, with a tick at the end. */
  pass(ms: number): readonly RoutingEffect[] {
    this.now += ms;
    return this.notify({ type: 'clock.ticked' });
  }

  /** Signs in and is ready, a ms later than the one before. */
  ready(agent: string, domains: readonly RoutingDomain[] = routingDomains): void {
    this.now += 1;
    this.notify({ type: 'agent.signed-in', agentId: agent as AgentId });
    this.notify({ type: 'agent.asked-ready', agentId: agent as AgentId, domains });
  }

  request(task: string, command: Partial<TaskRequest> = {}): readonly RoutingEffect[] {
    this.now += 1;
    return this.notify({ type: 'task.requested', taskId: task as TaskId, domain: 'chat', ...command });
  }

  accept(task: string): readonly RoutingEffect[] {
    return this.#answer('offer.accepted', task);
  }

  decline(task: string): readonly RoutingEffect[] {
    return this.#answer('offer.declined', task);
  }

  /** Requests and accepts. */
  serve(task: string, command: Partial<TaskRequest> = {}): void {
    this.request(task, command);
    this.accept(task);
  }

  finish(task: string): void {
    this.notify({ type: 'task.ended', taskId: task as TaskId });
    this.notify({ type: 'task.wrapped-up', taskId: task as TaskId });
  }

  confirm(agent: string): readonly RoutingEffect[] {
    const agentId = agent as AgentId;
    const offerId = this.state.agentSessions.get(agentId)?.agent.offerId;
    if (!offerId) throw new Error(`No phone is being taken off voice for ${agent}.`);
    return this.notify({ type: 'voice.held', agentId, offerId });
  }

  phone(agent: string, state: 'ready' | 'not-ready' | 'busy', reason: string | null = null): readonly RoutingEffect[] {
    return this.notify({ type: 'voice.changed', agentId: agent as AgentId, state, reason });
  }

  agent(agent: string, action: 'signed-out' | 'connected' | 'disconnected' | 'signed-in'): readonly RoutingEffect[] {
    return this.notify({ type: `agent.${action}`, agentId: agent as AgentId });
  }

  /** To whom a task is offered or who has it; null: nobody. */
  with(task: string): string | null {
    const { state, agentId } = this.state.tasks.get(task as TaskId) ?? { state: 'closed', agentId: null };
    return state === 'queued' || state === 'scheduled' ? null : agentId;
  }

  taskState(task: string): string {
    return this.state.tasks.get(task as TaskId)?.state ?? 'closed';
  }

  status(agent: string) {
    return agentStatus(this.state, agent as AgentId);
  }

  /** Of the last decision. */
  last<T extends RoutingEffect['type']>(type: T): EffectOf<T>[] {
    return this.effects.filter((effect): effect is EffectOf<T> => effect.type === type);
  }

  all<T extends RoutingEffect['type']>(type: T): EffectOf<T>[] {
    return this.allEffects.filter((effect): effect is EffectOf<T> => effect.type === type);
  }

  ending(task: string): string | undefined {
    return this.all('task.changed').find(({ taskId, state }) => taskId === task && state === 'closed')?.ending;
  }

  crash(): void {
    this.state = restore(JSON.parse(JSON.stringify(snapshot(this.state))));
    this.notify({ type: 'server.started' });
  }

  #answer(type: 'offer.accepted' | 'offer.declined', task: string): readonly RoutingEffect[] {
    const { offerId, agentId } = this.state.tasks.get(task as TaskId) ?? {};
    if (!offerId || !agentId) throw new Error(`${task} is not offered.`);
    return this.notify({ type, offerId, agentId });
  }
}
