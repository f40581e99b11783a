import { readApiErrors } from '../codec/api-error.ts';
import { FinesseError } from '../finesse-error.ts';
import type { MediaRouter, RoutableTask, RoutedTask, RoutedTaskStatus } from '../media-router.ts';
import { told } from '../rest/answer-fault.ts';
import type { Http, HttpAnswer } from '../rest/http.ts';
import { checkOrigin, type NetworkOptions } from '../rest/network.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import { readPlatformTask, writePlatformTask } from './platform-task.ts';

export interface CceRouterOptions {
  /** The Customer Collaboration Platform (SocialMiner before): `https://ccp.example.com`. */
  readonly origin: string;
  /** The task feed: the number at the end of its push URL. */
  readonly feedId: string;
  /** The call variable that takes the interaction's id; `cv_1` when not given. */
  readonly variable?: string;
  readonly http: Http;
  readonly network?: NetworkOptions;
  /** Between two looks at a task, in ms. The platform forgets a task that nobody looks at for five minutes. */
  readonly pollEveryMs?: number;
}

const longestPollMs = 240_000;

/** CCE chooses the agent: tasks go to the platform's feed, and the agent's Finesse gets the dialog. */
export class CceRouter implements MediaRouter {
  readonly name = 'cce';
  readonly blending = 'cce';
  readonly #options: CceRouterOptions;
  readonly #origin: string;

  constructor(options: CceRouterOptions) {
    this.#options = options;
    this.#origin = checkOrigin(options.origin, options.network);
  }

  async request(task: RoutableTask): Promise<RoutedTask> {
    const { feedId, variable = 'cv_1' } = this.#options;
    const body = writeXml(writePlatformTask(task, variable));
    const url = `${this.#origin}/ccp/task/feed/${encodeURIComponent(feedId)}`;
    const answer = await this.#send('POST', url, body);
    const location = answer.header('location');
    if (answer.status !== 201 || !location) {
      throw new FinesseError(
        answer.status === 404 ? 'not-found' : 'refused',
        `The platform did not take the task (${answer.status})${said(answer)}: see that the task feed ${feedId} exists under Customer Collaboration Platform > Configuration > Feeds.`,
        { status: answer.status },
      );
    }
    return { interactionId: task.interactionId, address: new URL(location, url).href };
  }

  async status({ address }: RoutedTask): Promise<RoutedTaskStatus> {
    const answer = await this.#send('GET', this.#own(address));
    if (answer.status === 404) return { state: 'closed', reason: 'expired' };
    if (answer.status !== 200) {
      throw new FinesseError('refused', `The platform answers ${answer.status} about a task${said(answer)}.`, {
        status: answer.status,
      });
    }
    return readPlatformTask(parseXml(answer.body));
  }

  async cancel({ address }: RoutedTask): Promise<boolean> {
    const answer = await this.#send('DELETE', this.#own(address));
    if (answer.status === 200 || answer.status === 204 || answer.status === 404) return true;
    // An agent has it already.
    if (answer.status === 400) return false;
    throw new FinesseError('refused', `The platform answers ${answer.status} to the end of a task${said(answer)}.`, {
      status: answer.status,
    });
  }

  async follow(task: RoutedTask, onStatus: (status: RoutedTaskStatus) => void, signal: AbortSignal): Promise<void> {
    const pollEveryMs = Math.min(longestPollMs, Math.max(500, this.#options.pollEveryMs ?? 2_000));
    let before = '';
    while (!signal.aborted) {
      // A platform that does not answer once is asked again: the task goes on there.
      const status = await this.status(task).catch((error: unknown) => {
        if (error instanceof FinesseError && error.code === 'certificate') throw error;
        return undefined;
      });
      if (signal.aborted) return;
      const now = JSON.stringify(status);
      if (status && now !== before) onStatus(status);
      if (status) before = now;
      if (status?.state === 'handled' || status?.state === 'closed') return;
      await pause(pollEveryMs, signal);
    }
  }

  /** The address is opaque, but our requests go to the platform only. */
  #own(address: string): string {
    if (URL.parse(address)?.origin === this.#origin) return address;
    throw new FinesseError(
      'unexpected-answer',
      `The task's address ${address} is not at ${this.#origin}: use the platform's own full name.`,
    );
  }

  async #send(method: 'GET' | 'POST' | 'DELETE', url: string, body?: string): Promise<HttpAnswer> {
    return this.#options.http.send({
      method,
      url,
      headers: { accept: 'application/xml', ...(body === undefined ? {} : { 'content-type': 'application/xml' }) },
      ...(body === undefined ? {} : { body }),
    });
  }
}

function said(answer: HttpAnswer): string {
  try {
    return told(readApiErrors(parseXml(answer.body)));
  } catch {
    return '';
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>(resolve => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
