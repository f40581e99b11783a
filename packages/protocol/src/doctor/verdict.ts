import * as v from 'valibot';
import type { Check, CheckName, DoctorCode } from './check.ts';

/** `good`: nothing stands in the way. `impaired`: a call works, though not everywhere or not well. `none`: no call will work. */
export const Verdict = v.picklist(['good', 'impaired', 'none']);
export type Verdict = v.InferOutput<typeof Verdict>;

/** `error`: no call while it is so. */
export type FaultLevel = 'error' | 'warning';

export interface Fault {
  readonly check: CheckName;
  readonly code: DoctorCode;
  readonly level: FaultLevel;
}

const ways: readonly CheckName[] = ['stun', 'turn-udp', 'turn-tcp', 'turn-tls'];
const devices: readonly CheckName[] = ['camera', 'microphone'];

/** All of these that were looked at have failed, and there was one at least. */
function haveFailed(checks: readonly Check[], names: readonly CheckName[]): boolean {
  const looked = checks.filter(({ name, status }) => names.includes(name) && status !== 'skipped');
  return looked.length > 0 && looked.every(({ status }) => status === 'failed');
}

/** What is wrong, the gravest first. One way to the other side that works makes the others no more than a warning. */
export function faultsIn(checks: readonly Check[]): readonly Fault[] {
  const graveGroups = [ways, devices, ['signalling'] as const].filter(names => haveFailed(checks, names)).flat();
  const faults = checks.flatMap(({ name, code, status }): Fault[] => {
    if (code === null) return [];
    const isGrave = status === 'failed' && graveGroups.includes(name);
    return [{ check: name, code, level: isGrave ? 'error' : 'warning' }];
  });
  return faults.toSorted((one, other) => Number(other.level === 'error') - Number(one.level === 'error'));
}

export function verdictOf(checks: readonly Check[]): Verdict {
  const faults = faultsIn(checks);
  if (faults.some(({ level }) => level === 'error')) return 'none';
  return faults.length > 0 ? 'impaired' : 'good';
}
