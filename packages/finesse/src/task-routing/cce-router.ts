import { FinesseError } from '../finesse-error.ts';
import type { MediaRouter, RoutableTask, RoutedTask, RoutedTaskStatus } from '../media-router.ts';
import { platform } from '../sentences/platform.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import { findTaskFeed } from './find-task-feed.ts';
import { PlatformClient, type PlatformOptions } from './platform-client.ts';
import { readPlatformTask, writePlatformTask } from './platform-task.ts';

export interface CceRouterOptions extends PlatformOptions {
  /** The task feed: the number at the end of its push URL, or its name, which an account looks up. */
  readonly feed: { readonly id: string } | { readonly name: string };
  /** The call variable that takes the interaction's id; `cv_1` when not given. */
  readonly variable?: string;
}

/** CCE chooses the agent: tasks go to the platform's feed, and the agent's Finesse gets the dialog. */
export class CceRouter implements MediaRouter {
  readonly name = 'cce';
  readonly blending = 'cce';
  readonly #options: CceRouterOptions;
  readonly #client: PlatformClient;
  #feedId: string | undefined;

  constructor(options: CceRouterOptions) {
    this.#options = options;
    this.#client = new PlatformClient(options);
  }

  async request(task: RoutableTask): Promise<RoutedTask> {
    const body = writeXml(writePlatformTask(task, this.#options.variable ?? 'cv_1'));
    const feedId = await this.feedId();
    const url = `${this.#client.origin}/ccp/task/feed/${encodeURIComponent(feedId)}`;
    const answer = await this.#client.send({ method: 'POST', url, body });
    const location = answer.header('location');
    if (answer.status === 201 && location)
      return { interactionId: task.interactionId, address: new URL(location, url).href };
    // Somebody may have made the feed anew: its number is looked up again.
    if (answer.status === 404) this.#feedId = undefined;
    throw this.#client.refusal(answer, platform.notTaken(feedId));
  }

  async status({ address }: RoutedTask): Promise<RoutedTaskStatus> {
    const answer = await this.#client.send({ method: 'GET', url: this.#client.own(address) });
    if (answer.status === 404) return { state: 'gone' };
    if (answer.status !== 200) throw this.#client.refusal(answer, platform.aboutTask);
    return readPlatformTask(parseXml(answer.body));
  }

  async cancel({ address }: RoutedTask): Promise<boolean> {
    const answer = await this.#client.send({ method: 'DELETE', url: this.#client.own(address) });
    if (answer.status === 200 || answer.status === 204 || answer.status === 404) return true;
    // An agent has it already.
    if (answer.status === 400) return false;
    throw this.#client.refusal(answer, platform.toEnd);
  }

  async close({ address }: RoutedTask): Promise<boolean> {
    if (!this.#client.hasAccount) return false;
    const contactId = new URL(this.#client.own(address)).pathname.split('/').at(-1) ?? '';
    const url = `${this.#client.origin}/ccp-webapp/ccp/task/${contactId}/close`;
    const answer = await this.#client.sendAs({ method: 'PUT', url });
    // 400 and 404: it has ended by itself.
    if (answer.status < 300 || answer.status === 400 || answer.status === 404) return true;
    throw this.#client.refusal(answer, platform.toEnd);
  }

  /** The number of the feed; looked up once where only its name is known. */
  async feedId(): Promise<string> {
    const { feed } = this.#options;
    if ('id' in feed) return feed.id;
    if (!this.#client.hasAccount) throw new FinesseError('invalid-input', platform.feedNeedsAccount(feed.name));
    this.#feedId ??= await findTaskFeed(this.#client, feed.name);
    return this.#feedId;
  }
}
