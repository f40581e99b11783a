import type { CallActor } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { hangUpPath, microphoneOffPath, microphonePath, videoOffPath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { videoPath } from '../icons/paths.ts';
import { call as sentences } from '../sentences/call.ts';

/** What is needed of a call to draw its buttons. */
export interface CallButtonsProps {
  readonly call: CallActor;
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly canToggle: readonly Source[];
  readonly canHangUp: boolean;
}

/** Microphone, camera, hang up. Needs the styles `buttons`. */
export const callButtons = ({
  call,
  camera,
  microphone,
  canToggle,
  canHangUp,
}: CallButtonsProps): TemplateResult => html`
  ${
    canToggle.length > 0
      ? html`
        <button class="button round source" type="button" aria-label=${sentences.microphone} aria-pressed=${microphone}
          title=${microphone ? sentences.microphoneOff : sentences.microphoneOn}
          @click=${() => call.send({ type: 'toggle', source: 'microphone' })}>
          ${icon(microphone ? microphonePath : microphoneOffPath)}
        </button>
        <button class="button round source" type="button" aria-label=${sentences.camera} aria-pressed=${camera}
          title=${camera ? sentences.cameraOff : sentences.cameraOn}
          @click=${() => call.send({ type: 'toggle', source: 'camera' })}>
          ${icon(camera ? videoPath : videoOffPath)}
        </button>`
      : nothing
  }
  ${
    canHangUp
      ? html`<button class="button round danger" type="button" aria-label=${sentences.hangUp} title=${sentences.hangUp}
          @click=${() => call.send({ type: 'hang-up' })}>${icon(hangUpPath)}</button>`
      : nothing
  }
`;
