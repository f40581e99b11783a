import type { CallActor } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { SnapshotFrom } from 'xstate';
import { icon } from '../icons/icon.ts';
import { warningPath } from '../icons/paths.ts';
import { call as sentences } from '../sentences/call.ts';
import { sentenceOf } from '../sentences/language.ts';
import { withoutBlur } from './device-pickers.ts';
import { permissionHelp } from './permission-help.ts';

export interface CallPromptProps {
  readonly call: CallActor;
  readonly snapshot: SnapshotFrom<CallActor>;
  /** The failure that the person does not want to read again. */
  readonly dismissed: string | null;
  readonly onDismiss: (code: string) => void;
}

const sources: readonly Source[] = ['camera', 'microphone'];

/** What only the person can mend in a call: one press, after which the browser may ask them. */
export function callPrompt({ call, snapshot, dismissed, onDismiss }: CallPromptProps): TemplateResult | typeof nothing {
  const { failures, isAsking } = snapshot.context;
  const source = sources.find(one => failures[one]);
  const failure = source && failures[source];
  // Toggled, what is on and does not work is tried again, with all that is wanted.
  const tryAgain = () => source && call.send({ type: 'toggle', source });
  if (!failure || isAsking) return nothing;
  if (failure.code === 'press-needed')
    return html`
      <section class="prompt" role="alert">
        <h2>${sentences.resumeAfterReload}</h2>
        <p>${sentences.resumeAfterReloadMore}</p>
        <div class="actions"><button class="button primary" type="button" @click=${tryAgain}>${sentences.resume}</button></div>
      </section>`;
  const effects = snapshot.children.devices?.getSnapshot().context.setup.effects;
  const key = `${source} ${failure.code}`;
  if (dismissed === key) return nothing;
  return html`
    <section class="prompt" role="alert">
      <p class="failure">${icon(warningPath)}<span>${sentenceOf(failure)}</span></p>
      ${permissionHelp([failure.code])}
      <div class="actions">
        <button class="button primary" type="button" @click=${tryAgain}>${sentences.tryAgain}</button>
        ${failure.code === 'effect-failed' ? withoutBlur(choice => call.send(choice), effects?.noise === true) : nothing}
        <button class="button quiet" type="button" @click=${() => onDismiss(key)}>${sentences.notNow}</button>
      </div>
    </section>`;
}
