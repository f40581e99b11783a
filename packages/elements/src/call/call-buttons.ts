import type { CallActor, CallControls, Wishes } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import {
  flipPath,
  hangUpPath,
  microphoneOffPath,
  microphonePath,
  pausePath,
  playPath,
  screenPath,
  videoOffPath,
} from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { videoPath } from '../icons/paths.ts';
import { call as sentences } from '../sentences/call.ts';

/** What is needed of a call to draw its buttons. */
export interface CallButtonsProps extends Pick<CallControls, 'canToggle' | 'canHold' | 'isHolding' | 'canHangUp'> {
  readonly call: CallActor;
  readonly wishes: Wishes;
  /** A telephone with a camera on either side. */
  readonly canFlip: boolean;
  /** Nobody has answered yet. */
  readonly isRinging: boolean;
  /** A call by voice becomes one with pictures; null where that cannot be asked for. */
  readonly onAskForVideo: (() => void) | null;
}

const canShare = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

interface SwitchProps {
  readonly source: Source;
  readonly label: string;
  readonly isOn: boolean;
  readonly title: string;
  readonly path: string;
}

const sourceSwitch = (call: CallActor, { source, label, isOn, title, path }: SwitchProps) => html`
  <button class="button round source ${source}" type="button" aria-label=${label} aria-pressed=${isOn} title=${title}
    @click=${() => call.send({ type: 'toggle', source })}>${icon(path)}</button>
`;

export const microphoneSwitch = (call: CallActor, { microphone }: Wishes): TemplateResult =>
  sourceSwitch(call, {
    source: 'microphone',
    label: sentences.microphone,
    isOn: microphone,
    title: microphone ? sentences.microphoneOff : sentences.microphoneOn,
    path: microphone ? microphonePath : microphoneOffPath,
  });

const cameraSwitch = (call: CallActor, { camera }: Wishes) =>
  sourceSwitch(call, {
    source: 'camera',
    label: sentences.camera,
    isOn: camera,
    title: camera ? sentences.cameraOff : sentences.cameraOn,
    path: camera ? videoPath : videoOffPath,
  });

/** No switch that is off: what is not shared is nothing to be warned of. */
const screenButton = (call: CallActor, { screen }: Wishes) => html`
  <button class="button round screen ${screen ? 'on' : ''}" type="button" aria-pressed=${screen} aria-label=${sentences.shareScreen}
    title=${screen ? sentences.stopSharing : sentences.shareScreen}
    @click=${() => call.send({ type: 'toggle', source: 'screen' })}>${icon(screenPath)}</button>
`;

const askButton = (onAsk: () => void) => html`
  <button class="button round ask" type="button" aria-label=${sentences.askForVideo} title=${sentences.askForVideo}
    @click=${onAsk}>${icon(videoPath)}</button>
`;

const flipButton = (call: CallActor) => html`
  <button class="button round flip" type="button" aria-label=${sentences.flip} title=${sentences.flip}
    @click=${() => call.send({ type: 'flip' })}>${icon(flipPath)}</button>
`;

const holdButton = (call: CallActor, isHolding: boolean) => html`
  <button class="button round hold ${isHolding ? 'on' : ''}" type="button" aria-label=${isHolding ? sentences.endHold : sentences.hold}
    title=${isHolding ? sentences.endHold : sentences.holdMore}
    @click=${() => call.send({ type: 'hold', held: !isHolding })}>${icon(isHolding ? playPath : pausePath)}</button>
`;

export const hangUpButton = (call: CallActor, isRinging: boolean): TemplateResult => html`
  <button class="button round danger" type="button" aria-label=${isRinging ? sentences.takeBack : sentences.hangUp}
    title=${isRinging ? sentences.takeBack : sentences.hangUpMore} @click=${() => call.send({ type: 'hang-up' })}>${icon(hangUpPath)}</button>
`;

/** What is switched in a call, as far as it may be. Needs the styles `buttons`. */
export const callButtons = ({
  call,
  wishes,
  canToggle,
  canFlip,
  canHold,
  isHolding,
  isRinging,
  onAskForVideo,
}: CallButtonsProps): TemplateResult => {
  const has = (source: Source) => canToggle.includes(source);
  return html`
    ${has('microphone') ? microphoneSwitch(call, wishes) : nothing}
    ${has('camera') ? cameraSwitch(call, wishes) : nothing}
    ${onAskForVideo ? askButton(onAskForVideo) : nothing}
    ${has('camera') && wishes.camera && canFlip ? flipButton(call) : nothing}
    ${has('screen') && !isRinging && canShare() ? screenButton(call, wishes) : nothing}
    ${canHold || isHolding ? holdButton(call, isHolding) : nothing}
  `;
};
