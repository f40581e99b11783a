import type { Fault, RoutingConfiguration } from '@eyeline/routing';
import type { SiteEntryPoint } from './config.ts';
import { missingField } from './missing-field.ts';
import { configSentences } from './sentences/config.ts';

const quoted = (value: string | undefined) => (value === undefined ? configSentences.nothing : JSON.stringify(value));

/** What a schema cannot see of an entry point: a form and a fallback that do not fit, names that are there twice. */
export function entryPointFaults(
  { form, nameField, stickyField, fallback = [] }: SiteEntryPoint,
  queues: RoutingConfiguration['queues'],
  path: string,
): readonly Fault[] {
  const faults: Fault[] = [];
  const names = form.map(({ name }) => name);
  form.forEach(({ name, type, options }, index) => {
    const at = `${path}.form.${index}`;
    if (names.indexOf(name) < index)
      faults.push({ path: `${at}.name`, expected: configSentences.uniqueField, received: quoted(name) });
    if (type === 'select' && options.length === 0)
      faults.push({ path: `${at}.options`, expected: configSentences.anOption, received: configSentences.none });
  });
  const fields = { nameField: nameField === 'name' ? undefined : nameField, stickyField };
  for (const [key, name] of Object.entries(fields))
    if (name !== undefined && !names.includes(name))
      faults.push({
        path: `${path}.${key}`,
        expected: configSentences.oneOf('fields', names),
        received: quoted(name),
      });
  for (const [index, step] of fallback.entries()) {
    const type = missingField(step, { form });
    const types = form.map(one => one.type).join(', ') || configSentences.noField;
    if (type !== null)
      faults.push({
        path: `${path}.form`,
        expected: configSentences.fieldOfType(type, step),
        received: types,
      });
    if (!isServed(step, queues))
      faults.push({
        path: `${path}.fallback.${index}`,
        expected: step === 'callback' ? configSentences.servedCallback : configSentences.servedDomain,
        received: quoted(step),
      });
  }
  return faults;
}

function isServed(step: string, queues: RoutingConfiguration['queues']): boolean {
  const domain = step === 'message' ? 'email' : step;
  return Object.values(queues).some(
    ({ domains, callback }) => domains.some(one => one === domain) && (step !== 'callback' || callback !== undefined),
  );
}
