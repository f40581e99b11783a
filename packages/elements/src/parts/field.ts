import type { FormField } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { warningPath } from '../icons/paths.ts';
import { form } from '../sentences/form.ts';
import { sentence } from './isolate.ts';

/** A field as it is drawn: what the protocol says of it, and more where a form of our own needs it. */
export interface FieldProps extends Pick<FormField, 'name' | 'label' | 'required' | 'options'> {
  readonly type: FormField['type'] | 'password' | 'date' | 'time';
  readonly value: string;
  readonly error?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly onInput?: ((value: string) => void) | undefined;
}

/** A label, its control and its error, bound to each other. Needs the styles `fields`. */
export function field(props: FieldProps): TemplateResult {
  const { name, label, required, error } = props;
  return html`
    <div class="field">
      <label for=${name}><bdi>${label}</bdi>${required ? nothing : html` <span class="optional">${form.optional}</span>`}</label>
      ${control(props)}
      ${error ? html`<p class="error" id="${name}-error">${icon(warningPath)}<span>${sentence(error)}</span></p>` : nothing}
    </div>
  `;
}

/** Where it is not that of the language: addresses and numbers are written from the left. */
const directions: Readonly<Partial<Record<FieldProps['type'], string>>> = { text: 'auto', email: 'ltr', tel: 'ltr' };

function control({ name, type, value, required, options, error, autocomplete, onInput }: FieldProps): TemplateResult {
  const describedBy = error ? `${name}-error` : nothing;
  const invalid = error ? 'true' : nothing;
  const complete = autocomplete ?? nothing;
  const follow = (event: Event) => {
    const { target } = event;
    if (isControl(target)) onInput?.(target.value);
  };
  switch (type) {
    case 'textarea':
      return html`<textarea id=${name} name=${name} dir="auto" placeholder=" " rows="3" maxlength="2000" .value=${value} ?required=${required}
        aria-invalid=${invalid} aria-describedby=${describedBy} autocomplete=${complete} @input=${follow}></textarea>`;
    case 'select':
      return html`<select id=${name} name=${name} ?required=${required} aria-invalid=${invalid}
        aria-describedby=${describedBy} autocomplete=${complete} @input=${follow}>
        <option value="" ?selected=${value === ''}>${form.chooseOne}</option>
        ${options.map(option => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}
      </select>`;
    default:
      return html`<input id=${name} name=${name} type=${type} dir=${directions[type] ?? nothing} placeholder=${type === 'text' ? ' ' : nothing} maxlength="2000" .value=${value} ?required=${required}
        aria-invalid=${invalid} aria-describedby=${describedBy} autocomplete=${complete} @input=${follow} />`;
  }
}

const isControl = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
