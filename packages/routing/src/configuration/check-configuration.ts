import * as v from 'valibot';
import { type Fault, faultsOf } from '../calendar/fault.ts';
import { RoutingConfiguration } from './configuration.ts';
import { referenceFaults } from './reference-faults.ts';

export type CheckedConfiguration =
  | { readonly ok: true; readonly configuration: RoutingConfiguration }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a configuration from JSON. Every fault is told, not only the first one. */
export function checkConfiguration(json: unknown): CheckedConfiguration {
  const { success, output, issues } = v.safeParse(RoutingConfiguration, json);
  if (!success) return { ok: false, faults: faultsOf(issues) };
  const faults = referenceFaults(output);
  return faults.length === 0 ? { ok: true, configuration: output } : { ok: false, faults };
}
