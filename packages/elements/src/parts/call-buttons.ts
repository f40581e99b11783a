import type { CallActor } from '@eyeline/machines';
import { html, nothing, type TemplateResult } from 'lit';
import { hangUpPath, microphoneOffPath, microphonePath, videoOffPath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { videoPath } from '../icons/paths.ts';

/** What is needed of a call to draw its buttons. */
export interface CallButtonsProps {
  readonly call: CallActor;
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly canToggle: boolean;
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
    canToggle
      ? html`
        <button class="button round source" type="button" aria-label="Microphone" aria-pressed=${microphone}
          title=${microphone ? 'Turn your microphone off' : 'Turn your microphone on'}
          @click=${() => call.send({ type: 'toggle.microphone' })}>
          ${icon(microphone ? microphonePath : microphoneOffPath)}
        </button>
        <button class="button round source" type="button" aria-label="Camera" aria-pressed=${camera}
          title=${camera ? 'Turn your camera off' : 'Turn your camera on'}
          @click=${() => call.send({ type: 'toggle.camera' })}>
          ${icon(camera ? videoPath : videoOffPath)}
        </button>`
      : nothing
  }
  ${
    canHangUp
      ? html`<button class="button round danger" type="button" aria-label="Hang up" title="Hang up"
          @click=${() => call.send({ type: 'hang-up' })}>${icon(hangUpPath)}</button>`
      : nothing
  }
`;
