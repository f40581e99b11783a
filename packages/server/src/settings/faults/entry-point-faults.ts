import type { Fault, RoutingConfiguration } from '@eyeline/routing';
import type { SiteEntryPoint } from '../config.ts';
import { missingField } from '../missing-field.ts';
import { configSentences } from '../sentences/config.ts';

/** The types of fields in which something is chosen. */
export const choices: readonly string[] = ['select', 'radio', 'multi'];

const quoted = (value: string | undefined) => (value === undefined ? configSentences.nothing : JSON.stringify(value));

/** What a schema cannot see of an entry point: a form and a fallback that do not fit, names that are there twice. */
export function entryPointFaults(
  { form, nameField, stickyField, fallback = [], modes, video, escalation }: SiteEntryPoint,
  queues: RoutingConfiguration['queues'],
  path: string,
): readonly Fault[] {
  const faults: Fault[] = [];
  const names = form.map(({ name }) => name);
  form.forEach(({ name, type, options }, index) => {
    const at = `${path}.form.${index}`;
    if (names.indexOf(name) < index)
      faults.push({ path: `${at}.name`, expected: configSentences.uniqueField, received: quoted(name) });
    if (choices.includes(type) && options.length === 0)
      faults.push({ path: `${at}.options`, expected: configSentences.anOption, received: configSentences.none });
    // Those that were chosen stand beside each other, with a comma between them.
    const comma = type === 'multi' ? options.findIndex(one => one.includes(', ')) : -1;
    if (comma >= 0)
      faults.push({
        path: `${at}.options.${comma}`,
        expected: configSentences.noComma,
        received: quoted(options[comma]),
      });
  });
  const fields = { nameField: nameField === 'name' ? undefined : nameField, stickyField };
  for (const [key, name] of Object.entries(fields))
    if (name !== undefined && !names.includes(name))
      faults.push({
        path: `${path}.${key}`,
        expected: configSentences.oneOf('fields', names),
        received: quoted(name),
      });
  for (const [key, steps] of Object.entries({ fallback, modes }))
    for (const [index, step] of steps.entries()) {
      const at = `${path}.${key}.${index}`;
      const type = missingField(step, { form });
      const types = form.map(one => one.type).join(', ') || configSentences.noField;
      if (type !== null)
        faults.push({ path: `${path}.form`, expected: configSentences.fieldOfType(type, step, key), received: types });
      if (!isServed(step, queues) && !(key === 'modes' && step === 'chat'))
        faults.push({
          path: at,
          expected: step === 'callback' ? configSentences.servedCallback : configSentences.servedDomain,
          received: quoted(step),
        });
      if (key === 'modes' && steps.indexOf(step) < index)
        faults.push({ path: at, expected: configSentences.uniqueMode, received: quoted(step) });
    }
  // The default is what it was before there were modes, and warned of elsewhere.
  if (modes.includes('video') && (!video || escalation.customerMayStart.length === 0))
    faults.push({
      path: video ? `${path}.escalation.customerMayStart` : `${path}.video`,
      expected: video ? configSentences.kindForMode : configSentences.videoForMode,
      received: video ? configSentences.none : 'false',
    });
  return faults;
}

function isServed(step: string, queues: RoutingConfiguration['queues']): boolean {
  const domain = step === 'message' ? 'email' : step;
  return Object.values(queues).some(
    ({ domains, callback }) => domains.some(one => one === domain) && (step !== 'callback' || callback !== undefined),
  );
}
