import type { EntryPoint, FormValues } from '@eyeline/protocol';

/** The number that the customer gave in the form; undefined where there is none. */
export function phoneOf(form: FormValues, entryPoint: EntryPoint | null): string | undefined {
  const name = entryPoint?.form.find(one => one.type === 'tel' && form[one.name])?.name;
  return name === undefined ? undefined : form[name];
}
