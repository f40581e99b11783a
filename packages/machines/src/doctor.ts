import type { Check, DoctorCode, DoctorReport } from '@eyeline/protocol';
import { fromPromise } from 'xstate';
import type { DeviceFailureCode } from './device-failure.ts';

/** What was found, before it is said in the words of who reads it. */
export type DoctorFindings = Pick<DoctorReport, 'from' | 'server' | 'at' | 'durationMs' | 'userAgent' | 'checks'>;

/** One look at everything. */
export interface Examination {
  readonly findings: Promise<DoctorFindings>;
  /** Ends it early. Everything that it opened is closed; what is not known yet has taken too long. */
  stop(): void;
}

/** Port: looks whether a call would work, without one. */
export interface Doctor {
  examine(onProgress: (checks: readonly Check[]) => void): Examination;
}

/** Port: the one who looks, where a call is about to be; camera and microphone are tried there already. */
export const doctorPort = fromPromise<Doctor>(() => new Promise(() => {}));

/** What the doctor calls it that a camera or a microphone cannot be had. */
export function deviceFault(device: 'camera' | 'microphone', code: DeviceFailureCode): DoctorCode {
  switch (code) {
    case 'denied':
    case 'dismissed':
      return `${device}-denied`;
    case 'no-device':
      return `${device}-missing`;
    case 'in-use':
      return `${device}-in-use`;
    case 'insecure':
    case 'policy-blocked':
      return code;
    case 'unsupported':
      return 'calls-unsupported';
    case 'failed':
    case 'ended':
    case 'press-needed':
    case 'effect-failed':
      return `${device}-failed`;
  }
}
