import type { CommandInput, DomainState, Target } from '@eyeline/protocol';
import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { avatar } from '../parts/avatar.ts';
import { queuePath } from './desk-paths.ts';

const states: Readonly<Record<DomainState, string>> = {
  ready: 'Ready',
  active: 'At work, can take more',
  busy: 'Busy',
  reserved: 'Being offered somebody',
  'pending-not-ready': 'Leaving soon',
  interrupted: 'In a call',
  'not-ready': 'Not ready',
};

function standing(target: Target): string {
  if (target.kind === 'agent') return states[target.state];
  return target.waiting === 0 ? 'Queue, nobody waiting' : `Queue, ${target.waiting} waiting`;
}

/** An agent or a queue, with how things stand there. */
export const targetLine = (target: Target): TemplateResult => html`
  ${target.kind === 'agent' ? avatar(target.name) : html`<span class="avatar queue">${icon(queuePath)}</span>`}
  <span><strong dir="auto">${target.name}</strong><span class="muted">${standing(target)}</span></span>
`;

/** As it is named on the wire. */
export const addressOf = (target: Target): CommandInput<'task.transfer'>['to'] =>
  target.kind === 'agent' ? { kind: 'agent', agentId: target.agentId } : { kind: 'queue', queueId: target.queueId };

export const targetKey = (target: Target): string =>
  target.kind === 'agent' ? `agent ${target.agentId}` : `queue ${target.queueId}`;

/** Those with this text in their name. */
export function targetsNamed(targets: readonly Target[], wanted: string): readonly Target[] {
  const text = wanted.trim().toLocaleLowerCase();
  return targets.filter(({ name }) => name.toLocaleLowerCase().includes(text));
}
