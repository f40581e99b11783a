import type { Check, DoctorCode } from '@eyeline/protocol';

/** What one check came to. */
export type Finding = Pick<Check, 'status' | 'code' | 'data'>;

export const success = (data: Check['data'] = {}, code: DoctorCode | null = null): Finding => ({
  status: 'success',
  code,
  data,
});
export const failed = (code: DoctorCode, data: Check['data'] = {}): Finding => ({ status: 'failed', code, data });
