import * as v from 'valibot';
import { Instant } from '../ids.ts';
import { Check, CheckName, DoctorCode } from './check.ts';
import { faultsIn, Verdict, verdictOf } from './verdict.ts';

const short = v.pipe(v.string(), v.maxLength(400));

/** What the doctor found, as it is shown, copied and kept. No credential is in it, and no address of the person's own. */
export const DoctorReport = v.object({
  version: v.literal(1),
  /** Who looked: a page, or an administrator's command. */
  from: v.picklist(['browser', 'command']),
  /** Which server was asked. */
  server: short,
  at: Instant,
  durationMs: v.number(),
  userAgent: v.optional(short),
  verdict: Verdict,
  checks: v.array(Check),
  /** The gravest first; each with what to do, in the language of who reads it. */
  faults: v.array(
    v.object({ check: CheckName, code: DoctorCode, level: v.picklist(['error', 'warning']), sentence: short }),
  ),
});
export type DoctorReport = v.InferOutput<typeof DoctorReport>;

interface ReportInput extends Pick<DoctorReport, 'from' | 'server' | 'at' | 'durationMs'> {
  readonly userAgent?: string | undefined;
  readonly checks: readonly Check[];
}

/** Puts a report together from what was found. `say`: the sentence of a code, in the language of who reads it. */
export function doctorReport({ checks, ...rest }: ReportInput, say: (code: DoctorCode) => string): DoctorReport {
  return {
    version: 1,
    ...rest,
    verdict: verdictOf(checks),
    checks: [...checks],
    faults: faultsIn(checks).map(fault => ({ ...fault, sentence: say(fault.code) })),
  };
}
