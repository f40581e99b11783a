import type { Fault, RoutingConfiguration } from '@eyeline/routing';
import type { SiteEntryPoint } from './config.ts';
import { missingField } from './missing-field.ts';

const quoted = (value: string | undefined) => (value === undefined ? 'nothing' : JSON.stringify(value));

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
      faults.push({ path: `${at}.name`, expected: 'a name that no field before it has', received: quoted(name) });
    if (type === 'select' && options.length === 0)
      faults.push({ path: `${at}.options`, expected: 'at least one option to select', received: 'none' });
  });
  const fields = { nameField: nameField === 'name' ? undefined : nameField, stickyField };
  for (const [key, name] of Object.entries(fields))
    if (name !== undefined && !names.includes(name))
      faults.push({
        path: `${path}.${key}`,
        expected: `one of the fields: ${names.join(', ') || '(there is none)'}`,
        received: quoted(name),
      });
  for (const [index, step] of fallback.entries()) {
    const type = missingField(step, { form });
    const types = form.map(one => one.type).join(', ') || 'no field';
    if (type !== null)
      faults.push({
        path: `${path}.form`,
        expected: `a field of type "${type}", since the fallback has "${step}"`,
        received: types,
      });
    if (!isServed(step, queues))
      faults.push({
        path: `${path}.fallback.${index}`,
        expected: `a step that some queue serves: ${step === 'callback' ? 'none has `callback`' : 'none has the domain'}`,
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
