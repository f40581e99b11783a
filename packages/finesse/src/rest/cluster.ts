import { readSystemInfo, type SystemInfo } from '../codec/system-info.ts';
import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';
import { answers } from '../sentences/answers.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { XmlError } from '../xml/xml-error.ts';
import type { Account } from './account.ts';
import { answerFault } from './answer-fault.ts';
import type { Http, HttpAnswer } from './http.ts';
import { checkOrigin, type NetworkOptions } from './network.ts';

export interface ClusterOptions {
  /** The nodes, the preferred first: `https://fin-a.example.com:8445`. */
  readonly origins: readonly string[];
  readonly account: Account;
  readonly http: Http;
  readonly network?: NetworkOptions;
  readonly timeoutMs?: number;
}

/** One request to whichever node is in service. */
export interface ClusterRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From `/finesse/api` on, such as `/User/1001`. */
  readonly path: string;
  readonly body?: XmlElement;
  readonly requestId?: string;
  /** The end of a sentence: "read all users". */
  readonly what: string;
  /** Whether the primary node alone can do it. Default: any node can. */
  readonly needsPrimary?: boolean;
}

/** The node that is in service, and what it says of itself. */
export interface ChosenNode {
  readonly origin: string;
  readonly info: SystemInfo;
}

/** The nodes of a Finesse: asks the one in service, and the other when that one is not any more. */
export class FinesseCluster {
  readonly #options: ClusterOptions;
  readonly #origins: readonly string[];
  #chosen: ChosenNode | undefined;
  #choosing: Promise<ChosenNode> | undefined;

  constructor(options: ClusterOptions) {
    this.#options = options;
    this.#origins = options.origins.map(origin => checkOrigin(origin, options.network));
  }

  /** The node in use; asks SystemInfo of each when there is none. */
  async node(): Promise<ChosenNode> {
    return this.#chosen ?? this.choose();
  }

  /** Chooses again, by SystemInfo: the node in use first, then the others in their order. */
  choose(): Promise<ChosenNode> {
    this.#choosing ??= this.#choose().finally(() => {
      this.#choosing = undefined;
    });
    return this.#choosing;
  }

  /** Forgets the node in use, such as when a notification says that it is out of service. */
  leave(): void {
    this.#chosen = undefined;
  }

  /**
   * Sends a request. A node that cannot be reached or is out of service (503) is left, and the request goes once to the
   * node that is in service then. What may have been carried out is not sent twice, except to read.
   */
  async request(request: ClusterRequest): Promise<{ body: XmlElement | undefined; answer: HttpAnswer }> {
    const node = await this.node();
    try {
      return await this.#ask(node.origin, request, node.info);
    } catch (error) {
      if (!isNodeGone(error, request.method)) throw error;
      if (this.#chosen === node) this.leave();
      const other = await this.choose();
      return this.#ask(other.origin, request, other.info);
    }
  }

  async #choose(): Promise<ChosenNode> {
    const last = this.#chosen?.origin;
    const order = [...this.#origins].sort((one, other) => Number(other === last) - Number(one === last));
    const failures: unknown[] = [];
    for (const origin of order) {
      try {
        const info = await this.systemInfo(origin);
        if (info.state === 'in-service') {
          this.#chosen = { origin, info };
          this.#refuseByPassword(info);
          return this.#chosen;
        }
        failures.push(outOfService(origin, info.stateReason));
      } catch (error) {
        failures.push(error);
      }
    }
    this.#chosen = undefined;
    // What somebody can put right is said before what may pass by itself.
    const telling = failures.find(failure => failure instanceof FinesseError && !passing.includes(failure.code));
    throw telling ?? failures[0] ?? outOfService('no address is configured');
  }

  /** What one node says of itself. */
  async systemInfo(origin: string): Promise<SystemInfo> {
    try {
      const { body } = await this.#ask(origin, { method: 'GET', path: '/SystemInfo', what: 'read the system' });
      return readInfo(body, origin);
    } catch (error) {
      if (!(error instanceof FinesseError)) throw error;
      // Every Finesse has a SystemInfo.
      if (error.code === 'not-found') throw notFinesse(origin);
      // Without an account SystemInfo still says why a password was refused, where Finesse lets anybody read it.
      if (error.code === 'credential-refused') await this.#explain(origin);
      throw error;
    }
  }

  async #explain(origin: string): Promise<void> {
    const { account, http } = this.#options;
    if (account.hasToken) return;
    const answer = await http.send({ method: 'GET', url: `${origin}/finesse/api/SystemInfo` });
    if (answer.status === 200) this.#refuseByPassword(readInfo(readAnswer(answer, origin), origin));
    if (answer.status === 404) throw notFinesse(origin);
  }

  async #ask(origin: string, request: ClusterRequest, info?: SystemInfo) {
    const { account, http, timeoutMs } = this.#options;
    const { method, path, body, requestId, what, needsPrimary } = request;
    const host = new URL(origin).host;
    return account.use(async ({ authorization }) => {
      const answer = await http.send({
        method,
        url: `${origin}/finesse/api${path}`,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        headers: {
          authorization,
          accept: 'application/xml',
          ...(requestId === undefined ? {} : { requestId }),
          ...(body === undefined ? {} : { 'content-type': 'application/xml' }),
        },
        ...(body === undefined ? {} : { body: writeXml(body) }),
      });
      if (answer.status < 200 || answer.status > 299) {
        const deployment = info?.deployment ?? 'ucce';
        const { userId, hasToken } = account;
        throw answerFault(answer, { host, userId, what, needsPrimary, deployment, hasToken });
      }
      return { answer, body: answer.body.trim() === '' ? undefined : readAnswer(answer, host) };
    });
  }

  /** In a system of single sign-on a password is never right, and trying it would lock the account. */
  #refuseByPassword(info: SystemInfo): void {
    const { account } = this.#options;
    if (info.signInMode !== 'single-sign-on' || account.hasToken) return;
    account.refuse();
    throw new FinesseError('single-sign-on', advice.singleSignOn(account.userId, info.deployment));
  }
}

const passing = ['unreachable', 'timed-out', 'connection-lost', 'out-of-service'];

function readInfo(body: XmlElement | undefined, origin: string): SystemInfo {
  const info = body && readSystemInfo(body);
  if (!info) throw new FinesseError('unexpected-answer', advice.wrongPort(new URL(origin).host, answers.noSystemInfo));
  return info;
}

function notFinesse(origin: string): FinesseError {
  return new FinesseError('wrong-port', advice.wrongPort(new URL(origin).host, answers.hasNoSystemInfo));
}

function isNodeGone(error: unknown, method: string): boolean {
  if (!(error instanceof FinesseError)) return false;
  if (error.code === 'out-of-service' || error.code === 'unreachable') return true;
  return (error.code === 'timed-out' || error.code === 'connection-lost') && method === 'GET';
}

function outOfService(where: string, reason?: string): FinesseError {
  return new FinesseError('out-of-service', advice.outOfService(where, reason ? answers.becauseOf(reason) : ''));
}

function readAnswer(answer: HttpAnswer, host: string): XmlElement {
  try {
    return parseXml(answer.body);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    if (error.code === 'html-page')
      throw new FinesseError('wrong-port', advice.wrongPort(host, answers.webPage), {
        cause: error,
        stated: answers.webPage,
      });
    throw new FinesseError('unexpected-answer', answers.unreadable(host, error.message), { cause: error });
  }
}
