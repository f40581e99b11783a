import { timingSafeEqual } from 'node:crypto';
import type { FaultInjector } from '../faults/fault-injector.ts';
import type { ScenarioUser } from '../scenario/scenario.ts';
import type { Directory } from './directory.ts';

const wrongBeforeLock = 5;

/** Who may come in: passwords, access tokens, and the lock after five wrong ones. */
export class Accounts {
  readonly #wrong = new Map<string, { count: number; lockedUntil: number }>();
  readonly #directory: Directory;
  readonly #faults: FaultInjector;

  constructor(directory: Directory, faults: FaultInjector) {
    this.#directory = directory;
    this.#faults = faults;
  }

  /** Whose HTTP header this is; `undefined` when nobody's, with the name that was claimed. */
  byHeader(header: string | undefined): { readonly user?: ScenarioUser; readonly claimed: string } {
    const [, scheme = '', value = ''] = /^(\w+)\s+(.+)$/.exec(header ?? '') ?? [];
    if (scheme.toLowerCase() === 'bearer') {
      const user = this.#directory.everybody.find(each => each.token !== undefined && isSame(each.token, value));
      if (!user || !this.#takesToken() || this.#isRefused(user.id)) return { claimed: user?.id ?? '' };
      return { user, claimed: user.id };
    }
    if (scheme.toLowerCase() !== 'basic') return { claimed: '' };
    const text = Buffer.from(value, 'base64').toString('utf8');
    const claimed = text.slice(0, Math.max(0, text.indexOf(':')));
    const user = this.bySecret(claimed, text.slice(claimed.length + 1), false);
    return user ? { user, claimed } : { claimed };
  }

  /** Whose name and secret these are; a token only where it stands for a password (XMPP). */
  bySecret(id: string, secret: string, mayBeToken: boolean): ScenarioUser | undefined {
    const user = this.#directory.find(id);
    if (!user || this.isLocked(user.id)) return undefined;
    const isToken = mayBeToken && user.token !== undefined && this.#takesToken() && isSame(user.token, secret);
    const isRight = isToken || (this.#takesPassword(user) && isSame(user.password, secret));
    if (isRight) {
      this.#wrong.delete(user.id);
      return this.#isRefused(user.id) ? undefined : user;
    }
    this.#countWrong(user.id);
    return undefined;
  }

  isLocked(userId: string): boolean {
    return (this.#wrong.get(userId)?.lockedUntil ?? 0) > Date.now();
  }

  unlock(userId: string): void {
    this.#wrong.delete(userId);
  }

  #countWrong(userId: string): void {
    const count = (this.#wrong.get(userId)?.count ?? 0) + 1;
    const isFull = count >= wrongBeforeLock;
    const lockedUntil = isFull ? Date.now() + this.#directory.scenario.timings.lockMs : 0;
    this.#wrong.set(userId, { count: isFull ? 0 : count, lockedUntil });
  }

  #isRefused(user: string): boolean {
    return this.#faults.strike('wrong-credentials', { user }) !== undefined;
  }

  #takesToken(): boolean {
    return this.#directory.scenario.signIn !== 'NON_SSO';
  }

  #takesPassword(user: ScenarioUser): boolean {
    const { signIn } = this.#directory.scenario;
    return signIn === 'NON_SSO' || (signIn === 'HYBRID' && user.token === undefined);
  }
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
