import {
  chosenIn,
  type FieldFault,
  type FormField,
  type FormValues,
  fieldFault,
  readFieldRules,
  TICKED,
} from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { warningPath } from '../icons/paths.ts';
import { type FieldProps, field } from '../parts/field.ts';
import { sentence } from '../parts/isolate.ts';
import { fields as sentences } from '../sentences/fields.ts';
import { form } from '../sentences/form.ts';
import { locale } from '../sentences/locale.ts';
import { choiceStyles } from './choice-styles.ts';

type Props = FieldProps & Pick<FormField, 'rules'>;

/** A field of one of the kinds that few forms have. Needs the styles `fields`; `root` gets what more it needs. */
export function moreField(props: Props, root: HTMLElement | DocumentFragment): TemplateResult | typeof nothing {
  const { styleSheet } = choiceStyles;
  if (styleSheet && root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  switch (props.type) {
    case 'hidden':
      return nothing;
    case 'radio':
      return group(props, 'radio', [props.value]);
    case 'multi':
      return group(props, 'checkbox', chosenIn(props.value));
    case 'checkbox':
      return box(props);
    default:
      return field(props);
  }
}

const errorLine = ({ name, error }: Props) =>
  error ? html`<p class="error" id="${name}-error">${icon(warningPath)}<span>${sentence(error)}</span></p>` : nothing;

/** One of several, or some of them. */
function group(props: Props, type: 'radio' | 'checkbox', chosen: readonly string[]): TemplateResult {
  const { name, label, required, options, error, onInput } = props;
  const choose = (option: string, isOn: boolean) =>
    onInput?.(
      type === 'radio' ? option : options.filter(one => (one === option ? isOn : chosen.includes(one))).join(', '),
    );
  return html`
    <fieldset class="field choices" role=${type === 'radio' ? 'radiogroup' : 'group'} aria-describedby=${error ? `${name}-error` : nothing}
      aria-required=${type === 'radio' && required ? 'true' : nothing}>
      <legend><bdi>${label}</bdi>${required ? nothing : html` <span class="optional">${form.optional}</span>`}</legend>
      ${options.map(
        option => html`<label class="choice"><input type=${type} name=${name} value=${option} .checked=${chosen.includes(option)}
          aria-invalid=${error ? 'true' : nothing}
          @change=${({ target }: Event) => choose(option, target instanceof HTMLInputElement && target.checked)} /><bdi>${option}</bdi></label>`,
      )}
      ${errorLine(props)}
    </fieldset>
  `;
}

function box(props: Props): TemplateResult {
  const { name, label, required, value, error, onInput } = props;
  return html`
    <div class="field choices">
      <label class="choice"><input type="checkbox" id=${name} name=${name} .checked=${value === TICKED} ?required=${required}
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${name}-error` : nothing}
        @change=${({ target }: Event) => onInput?.(target instanceof HTMLInputElement && target.checked ? TICKED : '')} />
        <span><bdi>${label}</bdi>${required ? nothing : html` <span class="optional">${form.optional}</span>`}</span></label>
      ${errorLine(props)}
    </div>
  `;
}

/** As the browser's own `pattern` has it: the whole of it. One that this browser cannot read is left to the server. */
function fits(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    return true;
  }
}

const shown = (limit: string | number = ''): string =>
  typeof limit === 'number'
    ? limit.toLocaleString(locale())
    : new Date(`${limit}T12:00`).toLocaleDateString(locale(), { dateStyle: 'long' });

function errorOf(field: FormField, value: string): string | null {
  const { min, max, message } = readFieldRules(field.rules);
  if (value === '') {
    if (!field.required) return null;
    if (field.type === 'checkbox') return sentences.tick;
    if (field.type === 'date') return sentences.date;
    return field.type === 'multi' ? sentences.chooseSome : field.type === 'radio' ? form.choose : null;
  }
  const isDate = field.type === 'date';
  const words: Readonly<Record<FieldFault, () => string>> = {
    number: () => sentences.number,
    date: () => sentences.date,
    least: () => (isDate ? sentences.first(shown(min)) : sentences.least(shown(min))),
    most: () => (isDate ? sentences.last(shown(max)) : sentences.most(shown(max))),
    pattern: () => sentences.pattern,
    choice: () => form.choose,
  };
  const fault = fieldFault(field, value, fits);
  return fault && (message ?? words[fault]());
}

/** What is wrong, by the field's name, where a form with such fields is filled in. */
export const moreErrors = (fields: readonly FormField[], values: FormValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap(one => {
      const error = one.type === 'hidden' ? null : errorOf(one, (values[one.name] ?? '').trim());
      return error ? [[one.name, error]] : [];
    }),
  );
