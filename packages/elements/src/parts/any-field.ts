import type { FormField, FormValues } from '@eyeline/protocol';
import { type LitElement, nothing, type TemplateResult } from 'lit';
import { type FieldProps, field } from './field.ts';

let more: typeof import('../fields/more-fields.ts') | undefined;

/** A field of any kind. What draws and checks the seldom ones is loaded with the first of them, and `host` drawn again. */
export function anyField(
  props: FieldProps & Pick<FormField, 'rules'>,
  host: LitElement,
): TemplateResult | typeof nothing {
  // text, textarea, tel, email, select
  if (!props.rules && /^[est]/.test(props.type)) return field(props);
  if (more) return more.moreField(props, host.renderRoot);
  import('../fields/more-fields.ts').then(it => {
    more = it;
    host.requestUpdate();
  }, console.error);
  return nothing;
}

/** What is wrong with the seldom ones. */
export const moreErrors = (fields: readonly FormField[], values: FormValues): Readonly<Record<string, string>> =>
  more?.moreErrors(fields, values) ?? {};
