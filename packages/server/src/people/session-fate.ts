interface SessionLife {
  /** When its token was given, UTC ms. */
  readonly begunAt: number;
  readonly lifeMs: number;
  /** Is its owner at work? */
  readonly isWorking: boolean;
}

/** Who works gets another token in the second half of its life; who does not is out when it ends. */
export function fateOf({ begunAt, lifeMs, isWorking }: SessionLife, now: number): 'keep' | 'renew' | 'end' {
  const age = now - begunAt;
  if (isWorking) return age >= lifeMs / 2 ? 'renew' : 'keep';
  return age >= lifeMs ? 'end' : 'keep';
}
