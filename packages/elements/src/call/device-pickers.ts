import type { DeviceKind, DevicesContext, DevicesOrder } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { devices as sentences } from '../sentences/devices.ts';

type Choice = Exclude<DevicesOrder, { type: 'want' }>;

export interface DevicePickersProps {
  readonly devices: Pick<DevicesContext, 'choices' | 'chosen' | 'setup' | 'isNoiseBack'>;
  /** Of what there may be a choice in this call. */
  readonly kinds: readonly DeviceKind[];
  readonly send: (choice: Choice) => void;
}

/** Of what there is a choice where these sources may be used. */
export const kindsFor = (sources: readonly Source[]): readonly DeviceKind[] => [
  ...(sources.includes('camera') ? (['camera'] as const) : []),
  ...(sources.includes('microphone') ? (['microphone', 'speaker'] as const) : []),
];

/** Browsers that play everything through one speaker have no choice to offer. */
const hasSpeakers = (): boolean => 'setSinkId' in HTMLMediaElement.prototype;

/** A choice for each kind of device of which there is one, and what is done to picture and sound. Needs the styles `devicePickerStyles`. */
export function devicePickers({ devices, kinds, send }: DevicePickersProps): TemplateResult {
  const { effects } = devices.setup;
  const shown = kinds.filter(kind => devices.choices[kind].length > 0 && (kind !== 'speaker' || hasSpeakers()));
  return html`
    ${shown.map(kind => picker(kind, devices, send))}
    ${kinds.includes('camera') ? effect(sentences.blur, effects.blur, blur => send({ type: 'effect', ...effects, blur })) : nothing}
    ${kinds.includes('microphone') ? effect(sentences.noise, effects.noise, noise => send({ type: 'effect', ...effects, noise })) : nothing}
    <p class="noise-is-back" role="status">${devices.isNoiseBack ? sentences.noiseIsBack : ''}</p>
  `;
}

/** What only a person decides: to be seen as it is where the blur fails. */
export const withoutBlur = (send: DevicePickersProps['send'], noise: boolean): TemplateResult => html`
  <button class="button" type="button" @click=${() => send({ type: 'effect', blur: false, noise })}>${sentences.withoutBlur}</button>
`;

const picker = (
  kind: DeviceKind,
  { choices, chosen }: DevicePickersProps['devices'],
  send: DevicePickersProps['send'],
) => html`
  <label class="picker">
    <span>${sentences.kinds[kind]}</span>
    <select .value=${live(chosen[kind] ?? choices[kind][0]?.deviceId ?? '')} @change=${({ target }: Event) =>
      target instanceof HTMLSelectElement && send({ type: 'choose', kind, deviceId: target.value })}>
      ${choices[kind].map(
        ({ deviceId, label }, index) =>
          html`<option value=${deviceId} ?selected=${deviceId === chosen[kind]}>${label || sentences.unnamed(sentences.kinds[kind], index + 1)}</option>`,
      )}
    </select>
  </label>
`;

const effect = (label: string, isOn: boolean, onSwitch: (isOn: boolean) => void) => html`
  <label class="effect">
    <input type="checkbox" .checked=${live(isOn)} @change=${({ target }: Event) =>
      target instanceof HTMLInputElement && onSwitch(target.checked)} />
    <span>${label}</span>
  </label>
`;

export const devicePickerStyles = css`
  .picker {
    display: grid;
    gap: 2px;
  }

  .picker span {
    font-size: var(--_size-small);
    line-height: 16px;
    color: var(--_muted);
  }

  .picker select {
    width: 100%;
    min-width: 0;
    min-height: var(--_target);
    padding: 4px 8px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
  }

  .effect {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: var(--_target);
    cursor: pointer;
  }

  .effect input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--_accent-fill);
  }

  .noise-is-back:empty {
    display: none;
  }
`;
