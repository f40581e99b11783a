import type { CallbackRequest } from '@eyeline/protocol';
import { html, type TemplateResult } from 'lit';
import { field } from '../parts/field.ts';
import { fallback as sentences } from '../sentences/fallback.ts';

/** When to call: a day, from and to, on the visitor's own clock. Needs the styles `fields` and `fallbackStyles`. */
export function callbackFields(
  command: CallbackRequest,
  errors: Readonly<Record<string, string>>,
  onInput: (change: Partial<CallbackRequest>) => void,
): TemplateResult {
  const one = (name: 'date' | 'from' | 'to', label: string) =>
    field({
      name,
      label,
      type: name === 'date' ? 'date' : 'time',
      required: true,
      options: [],
      value: command[name],
      error: errors[name],
      onInput: value => onInput({ [name]: value }),
    });
  return html`
    <div class="when">
      ${one('date', sentences.day)}
      <div class="span">${one('from', sentences.from)}${one('to', sentences.to)}</div>
      <p class="muted">${sentences.zone(command.zone.replaceAll('_', ' '))}</p>
    </div>
  `;
}
