import type { Check, DoctorReport } from '@eyeline/protocol';

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
