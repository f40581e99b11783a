import type { CustomerActor } from '@eyeline/machines';
import { modesOf } from '@eyeline/machines';
import type { FallbackOption } from '@eyeline/protocol';
import type { SnapshotFrom } from 'xstate';
import { commands } from '../sentences/commands.ts';
import { sentenceOf } from '../sentences/language.ts';
import { formErrors } from '../widget/form-errors.ts';
import { CommandError } from './command-error.ts';
import type { FormInput, StartedDetail } from './commands.ts';
import { settled } from './settled.ts';

type Visit = SnapshotFrom<CustomerActor>;

const isOver = (visit: Visit): boolean => visit.matches({ serving: 'ended' });
/** There is a conversation already. */
export const isGoingOn = (visit: Visit): boolean => visit.matches('serving') && !isOver(visit);
const canBegin = (visit: Visit): boolean => visit.matches('choosing') || visit.matches('filling-form');
const isSettled = (visit: Visit): boolean =>
  canBegin(visit) || visit.matches('serving') || visit.matches('unavailable');

const isOffered = ({ context }: Visit, step: FallbackOption): boolean =>
  context.availability?.fallback ? context.availability.fallback.steps.includes(step) : modesOf(context).includes(step);

/** The visit where it stands now, with everything that was under way answered. */
export const visitOf = (actor: CustomerActor): Promise<Visit> => settled(actor, isSettled);

/** Begins what the customer would choose, as far as it goes without them; the rest waits for them. */
export async function start(actor: CustomerActor, step: FallbackOption, values?: FormInput): Promise<StartedDetail> {
  if (values) fillIn(actor, values);
  let visit = await visitOf(actor);
  if (isOver(visit)) {
    actor.send({ type: 'start-over' });
    visit = await visitOf(actor);
  }
  if (canBegin(visit)) {
    if ((visit.context.step ?? 'chat') !== step) actor.send({ type: 'go-back' });
    if (!isOffered(actor.getSnapshot(), step)) throw new CommandError('not-offered', commands.notOffered(step));
    actor.send({ type: 'choose', step });
    if (step !== 'callback') submit(actor);
    await settled(actor, now => !canBegin(now) && !now.matches('browsing'));
    visit = await visitOf(actor);
  }
  const { interactionId, failure } = visit.context;
  if (visit.matches('serving') && interactionId) return { interactionId };
  throw failure
    ? new CommandError(failure.code, sentenceOf(failure))
    : new CommandError('not-offered', commands.notOffered(step));
}

/** What is asked in these values: the long texts of the form, and what a page calls so. */
export function questionsIn(
  fields: readonly { readonly name: string; readonly type: string }[],
  values: FormInput,
): readonly string[] {
  const names = fields.filter(({ type }) => type === 'textarea').map(({ name }) => name);
  return [...new Set([...names, 'question'])].flatMap(name => values[name]?.trim() || []);
}

/** What the customer has filled in stays; what is given counts where there is nothing yet, or it was given before. */
export function fillIn(actor: CustomerActor, values: FormInput): void {
  actor.send({ type: 'fill-in', form: { ...actor.getSnapshot().context.form, ...values } });
}

/** Where nothing is asked for that is not known, nobody has to press a button. */
function submit(actor: CustomerActor): void {
  const visit = actor.getSnapshot();
  const fields = visit.context.entryPoint?.form ?? [];
  const known = fields.map(({ name }) => [name, visit.context.form[name]?.trim() ?? ''] as const);
  const form = Object.fromEntries(known.filter(([, value]) => value !== ''));
  if (visit.matches('filling-form') && Object.keys(formErrors(fields, form)).length === 0)
    actor.send({ type: 'submit', form });
}
