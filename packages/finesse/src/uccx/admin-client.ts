import { type ApiError, readApiErrors } from '../codec/api-error.ts';
import { FinesseError } from '../finesse-error.ts';
import type { Account } from '../rest/account.ts';
import { describeErrors } from '../rest/answer-fault.ts';
import type { Http, HttpAnswer } from '../rest/http.ts';
import { checkOrigin, type NetworkOptions } from '../rest/network.ts';
import { advice } from '../sentences/advice.ts';
import { answers } from '../sentences/answers.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { XmlError } from '../xml/xml-error.ts';
import { fromJson, toJson } from './json-tree.ts';

export interface UccxAdminOptions {
  /** The publisher: `https://uccx1.example.com`. */
  readonly origin: string;
  readonly account: Account;
  readonly http: Http;
  readonly network?: NetworkOptions;
  /** The two formats say the same; XML keeps the order that UCCX checks by itself. */
  readonly format?: 'xml' | 'json';
}

/** UCCX's administration API as trees of elements, in either format. */
export class UccxAdminClient {
  readonly #options: UccxAdminOptions;
  readonly #base: string;

  constructor(options: UccxAdminOptions) {
    this.#options = options;
    this.#base = `${checkOrigin(options.origin, options.network)}/adminapi`;
  }

  /** The API's address, `https://uccx1.example.com/adminapi`. */
  get address(): string {
    return this.#base;
  }

  /** Reads an object or a list. `path` such as `/resource/agent1`; `root` names what JSON leaves out. */
  async read(path: string, root: string): Promise<XmlElement> {
    const answer = await this.#send('GET', path);
    return this.#parse(answer, root);
  }

  /** Replaces a whole object. */
  async replace(path: string, tree: XmlElement): Promise<void> {
    await this.#send('PUT', path, tree);
  }

  /** Makes an object; answers its address. */
  async create(path: string, tree: XmlElement): Promise<string> {
    const answer = await this.#send('POST', path, tree);
    const written = /adminapi[^\s<"]*/.exec(answer.body)?.[0];
    return answer.header('location') ?? (written ? `/${written}` : '');
  }

  async remove(path: string): Promise<void> {
    await this.#send('DELETE', path);
  }

  async #send(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, tree?: XmlElement): Promise<HttpAnswer> {
    const { account, http, format = 'xml' } = this.#options;
    const type = `application/${format}`;
    return account.use(async ({ authorization }) => {
      const answer = await http
        .send({
          method,
          url: `${this.#base}${path}`,
          headers: { authorization, accept: type, ...(tree ? { 'content-type': type } : {}) },
          ...(tree ? { body: format === 'xml' ? writeXml(tree) : JSON.stringify(toJson(tree)) } : {}),
        })
        .catch(error => Promise.reject(this.#unreachable(error)));
      if (answer.status < 200 || answer.status > 299) throw this.#fault(answer, method, path);
      return answer;
    });
  }

  /** HTTP's own sentence is about Finesse. */
  #unreachable(error: unknown): unknown {
    const isThis = error instanceof FinesseError && ['unreachable', 'timed-out', 'wrong-port'].includes(error.code);
    if (!isThis) return error;
    const { stated = answers.noAnswer } = error;
    return new FinesseError(error.code, advice.uccxUnreachable(new URL(this.#base).host, stated), { cause: error });
  }

  #parse(answer: HttpAnswer, root: string): XmlElement {
    const host = new URL(this.#base).host;
    try {
      if (this.#options.format === 'json') return fromJson(root, JSON.parse(answer.body));
      return parseXml(answer.body);
    } catch (error) {
      const isPage =
        (error instanceof XmlError && error.code === 'html-page') || /^\s*<(!doctype|html)/i.test(answer.body);
      const message = isPage
        ? answers.uccxPage(host)
        : answers.uccxOther(host, this.#options.format === 'json' ? 'JSON' : 'XML');
      throw new FinesseError(isPage ? 'wrong-port' : 'unexpected-answer', message, {
        status: answer.status,
        cause: error,
      });
    }
  }

  #fault(answer: HttpAnswer, method: string, path: string): FinesseError {
    const { userId } = this.#options.account;
    const host = new URL(this.#base).host;
    const { status } = answer;
    const errors = errorsIn(answer.body);
    const details = { status, errors };
    const what = `${method} ${path}`;
    switch (status) {
      case 401:
        return new FinesseError('credential-refused', advice.badPassword(userId, host), details);
      case 403:
        return new FinesseError('not-allowed', answers.uccxCapability(userId, what), details);
      case 404:
        return new FinesseError('not-found', answers.uccxNotThere(path, describeErrors(errors)), details);
      case 405:
        return new FinesseError('not-allowed', answers.uccxPublisher(host, what), details);
      case 409:
        return new FinesseError('conflict', answers.uccxConflict(describeErrors(errors)), details);
      case 503:
        return new FinesseError('out-of-service', answers.uccxOutOfService(describeErrors(errors)), details);
      case 400:
      case 412:
      case 415:
        return new FinesseError('invalid-input', answers.uccxNotAccepted(what, describeErrors(errors)), details);
      default:
        return new FinesseError('refused', answers.uccxRefused(what, status, describeErrors(errors)), details);
    }
  }
}

function errorsIn(body: string): readonly ApiError[] {
  try {
    return readApiErrors(body.trimStart().startsWith('{') ? fromJson('apiErrors', JSON.parse(body)) : parseXml(body));
  } catch {
    return [];
  }
}
