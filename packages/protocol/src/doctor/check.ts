import * as v from 'valibot';
import { doctorSentences } from '../sentences/doctor.ts';

/** What is looked at, each by itself. The browser's first, then what an administrator's command sees. */
export const CheckName = v.picklist([
  'camera',
  'microphone',
  'signalling',
  'stun',
  'turn-udp',
  'turn-tcp',
  'turn-tls',
  'bit-rate',
  'certificate',
  'media-server',
]);
export type CheckName = v.InferOutput<typeof CheckName>;

export type DoctorCode = keyof typeof doctorSentences;
/** What can be wrong. Its sentence stands in `sentences/doctor.ts`. */
export const DoctorCode = v.picklist(Object.keys(doctorSentences) as [DoctorCode, ...DoctorCode[]]);

/** `skipped`: there is nothing to look at, as where no relay is configured. */
export const CheckStatus = v.picklist(['idle', 'running', 'skipped', 'success', 'failed']);
export type CheckStatus = v.InferOutput<typeof CheckStatus>;

const short = v.pipe(v.string(), v.maxLength(300));

export const Check = v.object({
  name: CheckName,
  /** What exactly, where there is more than one: an address. Never a credential. */
  target: v.optional(short),
  status: CheckStatus,
  /** What is wrong. A check that was a success may have one too: something to know. */
  code: v.nullable(DoctorCode),
  /** How long it took, ms. */
  durationMs: v.nullable(v.number()),
  /** What was measured. */
  data: v.record(v.pipe(v.string(), v.maxLength(40)), v.union([v.number(), short, v.boolean()])),
});
export type Check = v.InferOutput<typeof Check>;

export const checkOf = (name: CheckName, status: CheckStatus = 'idle', target?: string): Check => ({
  name,
  status,
  code: null,
  durationMs: null,
  data: {},
  ...(target === undefined ? {} : { target }),
});
