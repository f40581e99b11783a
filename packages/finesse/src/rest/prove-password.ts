import { type FinesseUser, readUser } from '../codec/user.ts';
import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';
import { answers } from '../sentences/answers.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { answerFault } from './answer-fault.ts';
import type { ChosenNode, FinesseCluster } from './cluster.ts';
import { createHttp } from './http.ts';
import type { NetworkOptions } from './network.ts';

export interface PasswordProof {
  /** Of the service account: it knows which node is in service, and how this system signs in. */
  readonly cluster: FinesseCluster;
  readonly network: NetworkOptions;
  /** The id that is signed in with. */
  readonly userId: string;
  readonly password: string;
}

/**
 * Lets Finesse say whether a password is its owner's, by one request that reads nobody but them. Nothing of it is kept.
 * The caller counts the refusals: five lock the account at Cisco's side.
 * @throws {FinesseError} `credential-refused` when it is wrong, `single-sign-on` where no password can be right, else
 * what keeps Finesse from answering
 */
export async function provePassword(proof: PasswordProof): Promise<FinesseUser> {
  const { cluster } = proof;
  const node = await cluster.node();
  try {
    return await ask(node, proof);
  } catch (error) {
    // The password was not looked at. After anything else it may have been, and is not sent a second time.
    const isGone = error instanceof FinesseError && ['unreachable', 'out-of-service'].includes(error.code);
    if (!isGone) throw error;
    cluster.leave();
    const other = await cluster.choose();
    if (other.origin === node.origin) throw error;
    return ask(other, proof);
  }
}

async function ask({ origin, info }: ChosenNode, { network, userId, password }: PasswordProof): Promise<FinesseUser> {
  if (info.signInMode === 'single-sign-on')
    throw new FinesseError('single-sign-on', advice.singleSignOn(userId, info.deployment));
  // A connection of its own: a session's cookie of somebody else could speak for a wrong password.
  const http = createHttp(network);
  try {
    const answer = await http.send({
      method: 'GET',
      url: `${origin}/finesse/api/User/${encodeURIComponent(userId)}`,
      headers: {
        authorization: `Basic ${Buffer.from(`${userId}:${password}`, 'utf8').toString('base64')}`,
        accept: 'application/xml',
      },
    });
    const { host } = new URL(origin);
    const asked = { host, userId, what: `read ${userId}`, deployment: info.deployment, hasToken: false };
    if (answer.status !== 200) throw answerFault(answer, asked);
    const user = readUser(parseXml(answer.body));
    if (!user || ![user.id, user.loginName].some(each => each?.toLowerCase() === userId.toLowerCase()))
      throw new FinesseError('unexpected-answer', answers.otherUser(host, userId));
    return user;
  } finally {
    http.close();
  }
}
