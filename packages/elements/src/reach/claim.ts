/** What of something that goes on is to be told once: of a conversation up to a message, of a call a moment of its ringing. */
export interface Step {
  readonly of: string;
  readonly number: number;
}

type ClaimStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Whether it was told before, by any page of the site; from here on it was. */
export function take(storage: ClaimStorage, key: string, { of, number }: Step): boolean {
  const [last, reached] = (storage.getItem(key) ?? '').split(' ');
  if (last === of && Number(reached) >= number) return false;
  storage.setItem(key, `${of} ${number}`);
  return true;
}

/** True in one page of the site, however many ask: that one tells it. Where pages share nothing, each tells it. */
export async function claim(what: 'sound' | 'ring' | 'notice', step: Step): Promise<boolean> {
  const key = `eyeline.told.${what}`;
  const attempt = (): boolean => {
    try {
      return take(localStorage, key, step);
    } catch {
      return true;
    }
  };
  // A secure page alone has locks; without them two pages would have to ask within the same millisecond.
  const { locks } = navigator as Partial<Navigator>;
  return locks ? locks.request(key, attempt).catch(attempt) : attempt();
}
