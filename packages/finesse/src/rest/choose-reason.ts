import type { ReasonCode } from '../codec/reason-code.ts';
import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';

/** The not-ready reason that a configuration names: by the number in reports, or by its label. */
export type ReasonName = { readonly code: number } | { readonly label: string };

/**
 * The reason of this cluster that has the name. Ids differ from cluster to cluster, so they are looked up at run time.
 * @throws {FinesseError} unknown-reason, or system-reason when Finesse alone may set it
 */
export function chooseReason(reasons: readonly ReasonCode[], name: ReasonName, host: string): ReasonCode {
  const stated = 'code' in name ? `with the code ${name.code}` : `"${name.label}"`;
  const named = reasons.filter(reason => reason.category !== 'sign-out' && isNamed(reason, name));
  const choosable = named.filter(reason => !reason.isSystem);
  const [reason] = choosable;
  if (!reason) {
    if (named.length > 0) throw new FinesseError('system-reason', advice.systemReason(stated, host));
    throw new FinesseError('unknown-reason', advice.unknownReason(stated, host));
  }
  if (choosable.length > 1) throw new FinesseError('unknown-reason', advice.ambiguousReason(stated, host));
  return reason;
}

function isNamed(reason: ReasonCode, name: ReasonName): boolean {
  if ('code' in name) return reason.code === name.code;
  return plain(reason.label) === plain(name.label);
}

function plain(label: string): string {
  return label.trim().toLowerCase().replace(/\s+/g, ' ');
}
