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

/** A name as it is searched for, whatever the language of whoever searches: without case, accents, and dots on or off an i. */
const plain = (name: string): string =>
  name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ł', 'l');

/** Those with this text in their name. */
export function targetsNamed(targets: readonly Target[], wanted: string): readonly Target[] {
  const text = plain(wanted.trim());
  return targets.filter(target => plain(nameOf(target)).includes(text));
}
