import type { ContactCentre } from '../process/contact-centre.ts';
import { isPassword } from '../store/password.ts';
import type { Account } from '../store/store.ts';
import { mayWork } from './account-standing.ts';
import type { Way } from './people-log.ts';
import { Refusal } from './refusal.ts';
import { normaliseUsername } from './username.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  readonly way: Way;
  /** Whether nobody waits for the answer any more: then nothing more is done for it. */
  readonly isOver: () => boolean;
}

const retryAfterMs = 60_000;

const demoIsOver =
  'This account belongs to the demo, which does not run here. Ask your administrator for an account of your own.';

/**
 * The account behind a user name and a password; a wrong password and an unknown user name look alike. Whatever comes of it
 * is logged and counted.
 * @throws Refusal `wrong-credentials`, `too-many-requests`, `server-busy`, or `not-allowed` where the account may not be used
 */
export async function findAccount(centre: ContactCentre, given: Credentials): Promise<Account> {
  const username = normaliseUsername(given.username);
  try {
    const account = await checkPassword(centre, { ...given, username });
    centre.peopleLog.signedIn(account.agentId, given.way);
    return account;
  } catch (error) {
    if (error instanceof Refusal) centre.peopleLog.refused({ ...given, username, code: error.failure.code });
    throw error;
  }
}

async function checkPassword(centre: ContactCentre, given: Credentials): Promise<Account> {
  const { username, address, isOver } = given;
  const { limit } = centre.signIns;
  const attempt = { username, address };
  if (!limit.take(attempt, performance.now()))
    throw new Refusal('too-many-requests', 'Too many attempts to sign in. Wait a minute and try again.', retryAfterMs);
  try {
    const account = await proven(centre, given);
    // It may have waited: what was changed meanwhile counts.
    const now = await centre.store.findAccount(username);
    if (isOver()) throw new Refusal('server-busy');
    if (now?.isDisabled !== false || now.passwordHash !== account.passwordHash) throw new Refusal('wrong-credentials');
    limit.succeeded(attempt);
    return account;
  } catch (error) {
    // Nobody looked at the password.
    if (!(error instanceof Refusal) || error.failure.code === 'server-busy') limit.giveBack(attempt);
    throw error;
  }
}

async function proven(
  { store, directory, signIns, isDemo }: ContactCentre,
  { username, address, password, isOver }: Credentials,
): Promise<Account> {
  const account = await store.findAccount(username);
  if (account && !account.isDisabled && directory?.isProvenByFinesse(account)) {
    await signIns.prove(address, () => directory.prove(account, password), isOver);
    return account;
  }
  const hash = account?.isDisabled ? null : (account?.passwordHash ?? null);
  const isRight = await signIns.hash(address, () => isPassword(password, hash), isOver);
  if (!account || !isRight) throw new Refusal('wrong-credentials');
  // Everybody knows this password: saying so gives nothing away.
  if (!mayWork(account, isDemo)) throw new Refusal('not-allowed', demoIsOver);
  return account;
}
