import type { CommandInput, Target } from '@eyeline/protocol';
import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { avatar } from '../parts/avatar.ts';
import { deskTargets } from '../sentences/desk-targets.ts';
import { queuePath } from './desk-paths.ts';

function standing(target: Target): string {
  if (target.kind === 'agent') return deskTargets.states[target.state];
  return target.waiting === 0 ? deskTargets.emptyQueue : deskTargets.queueWith(target.waiting);
}

const nameOf = ({ name }: Target): string => name || deskTargets.anybody;

/** An agent or a queue, with how things stand there. */
export const targetLine = (target: Target): TemplateResult => html`
  ${target.kind === 'agent' ? avatar(nameOf(target)) : html`<span class="avatar queue">${icon(queuePath)}</span>`}
  <span><strong dir="auto">${nameOf(target)}</strong><span class="muted">${standing(target)}</span></span>
`;

/** As it is named on the wire. */
export const addressOf = (target: Target): CommandInput<'task.transfer'>['to'] =>
  target.kind === 'agent' ? { kind: 'agent', agentId: target.agentId } : { kind: 'queue', queueId: target.queueId };

export const targetKey = (target: Target): string =>
  target.kind === 'agent' ? `agent ${target.agentId}` : `queue ${target.queueId}`;

/** Those with this text in their name. */
export function targetsNamed(targets: readonly Target[], wanted: string): readonly Target[] {
  const text = wanted.trim().toLocaleLowerCase();
  return targets.filter(target => nameOf(target).toLocaleLowerCase().includes(text));
}
