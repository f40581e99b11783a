import type { EntryPointStanding, ProactiveInvite } from '@eyeline/protocol';

/** Nobody is invited to what is closed, or to whom nobody is ready. */
export function canBeHad({ mode }: Pick<ProactiveInvite, 'mode'>, standing: EntryPointStanding | null): boolean {
  if (!standing?.isOpen) return false;
  const { modes } = standing;
  return mode ? modes.includes(mode) : modes.includes('chat') || modes.includes('video');
}
