import type { AccountProfile } from '../store/store.ts';

/** Whether somebody with this account may sign in and work. */
export const mayWork = (
  { isDisabled, isDemo }: Pick<AccountProfile, 'isDisabled' | 'isDemo'>,
  demoRuns: boolean,
): boolean => !isDisabled && (demoRuns || !isDemo);
