import type { CallActor, ConversationContext, KindAnswer } from '@eyeline/machines';
import { consentFor, selectCallControls } from '@eyeline/machines';
import type { CallKind } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { SnapshotFrom } from 'xstate';
import { icon } from '../icons/icon.ts';
import { videoPath, warningPath } from '../icons/paths.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { peerName } from '../parts/peer.ts';
import { call as sentences } from '../sentences/call.ts';
import { devices as words } from '../sentences/devices.ts';
import { sentenceOf } from '../sentences/language.ts';

export interface CallKindPromptProps {
  readonly call: CallActor;
  readonly snapshot: SnapshotFrom<CallActor>;
  readonly context: ConversationContext;
  /** The failure that the person does not want to read again. */
  readonly dismissed: string | null;
  readonly onDismiss: (key: string) => void;
  /** What this side is about to ask for, and is to agree to something first; null: nothing. */
  readonly agreeing: CallKind | null;
  readonly onAgreed: (agreed: boolean) => void;
}

/** What is asked about the kind of a call that goes on: of this side, or of the other. */
export function callKindPrompt({
  call,
  snapshot,
  context,
  dismissed,
  onDismiss,
  agreeing,
  onAgreed,
}: CallKindPromptProps): TemplateResult | typeof nothing {
  const { call: current, participantId, role, kindFailure } = snapshot.context;
  const { asked } = current ?? {};
  const key = `kind ${kindFailure?.code}`;
  if (kindFailure && dismissed !== key)
    return html`<section class="prompt kind" role="alert">
      <p class="failure">${icon(warningPath)}<span>${sentenceOf(kindFailure)}</span></p>
      <div class="actions"><button class="button quiet" type="button" @click=${() => onDismiss(key)}>${sentences.notNow}</button></div>
    </section>`;
  if (!asked && agreeing)
    return html`<section class="prompt kind" role="alert">
      ${consent(consentFor(snapshot.context, agreeing))}
      <div class="actions">
        <button class="button primary" type="button" @click=${() => onAgreed(true)}>${sentences.askForVideo}</button>
        <button class="button quiet" type="button" @click=${() => onAgreed(false)}>${sentences.cancel}</button>
      </div>
    </section>`;
  if (!asked) return nothing;
  const name = isolate(peerName(context));
  const keep = (label: string) =>
    html`<button class="button quiet" type="button" @click=${() => call.send({ type: 'keep-kind' })}>${label}</button>`;
  if (asked.participantId === participantId)
    return html`<section class="prompt kind" role="status">
      <p>${sentence(sentences.askedForKind(name))}</p>
      <div class="actions">${keep(sentences.takeBack)}</div>
    </section>`;
  const isOneWay = asked.kind === 'one-way';
  const words = sentences.asksForKind[role][isOneWay ? 'one-way' : 'two-way'];
  const { kindAnswers } = selectCallControls(snapshot, context);
  const text = consentFor(snapshot.context, asked.kind);
  const agreed = text ? { consent: text } : {};
  const labelOf = ({ camera }: KindAnswer) =>
    camera ? sentences.withMyCamera : isOneWay ? sentences.goOnSo : sentences.withoutMyCamera;
  return html`<section class="prompt kind" role="alert">
    <p class="asked">${icon(videoPath)}<span>${sentence(words(name))}</span></p>
    ${consent(text)}
    <div class="actions">
      ${kindAnswers.map(
        (answer, index) => html`<button class="button ${index === 0 ? 'primary' : ''}" type="button"
          @click=${() => call.send({ type: 'change-kind', kind: answer.kind, wishes: { camera: answer.camera }, ...agreed })}>${labelOf(answer)}</button>`,
      )}
      ${keep(sentences.stayAsItIs)}
    </div>
  </section>`;
}

const consent = (text: string) => (text ? html`<p><b>${words.consent}</b> ${text}</p>` : nothing);
