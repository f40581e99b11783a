import * as v from 'valibot';
import { Ice } from '../ice.ts';

/** What the doctor is told before it looks: with what a call would be made now. Its credentials let in for two minutes. */
export const DoctorBriefing = v.object({
  ...Ice.entries,
  /** Null: there is none, calls go from browser to browser. */
  mediaServer: v.nullable(
    v.object({
      /** Null: where the server itself is. */
      address: v.nullable(v.string()),
      port: v.number(),
      isReady: v.boolean(),
    }),
  ),
});
export type DoctorBriefing = v.InferOutput<typeof DoctorBriefing>;

/** Where it is asked for, below the server's own address; by POST, without a body. */
export const DOCTOR_PATH = '/api/v1/doctor';
