import { readTasks, type TaskDialog, writeTaskCommand } from '../codec/dialog.ts';
import { type FinesseMedia, readMediaList, writeMediaCommand } from '../codec/media.ts';
import type { TaskStep } from '../task-routing/next-task-action.ts';
import type { FinesseCluster } from './cluster.ts';

/**
 * What only an agent may see and do: the own media routing domains, and the own tasks. `cluster` speaks for the agent. What
 * is asked for is confirmed by looking again: its notifications go to the agent alone.
 */
export class OwnDesk {
  readonly #cluster: FinesseCluster;
  readonly #userId: string;

  constructor(cluster: FinesseCluster, userId: string) {
    this.#cluster = cluster;
    this.#userId = userId;
  }

  async media(): Promise<readonly FinesseMedia[]> {
    const { body } = await this.#ask('/Media', 'media');
    return body ? readMediaList(body) : [];
  }

  async tasks(): Promise<readonly TaskDialog[]> {
    const { body } = await this.#ask('/Dialogs/Media', 'tasks');
    return readTasks(body);
  }

  /** Whether CCE shall give this agent new tasks of a domain. */
  async setRoutable(mediaId: string, isRoutable: boolean): Promise<void> {
    const command = isRoutable ? 'routable' : 'not-routable';
    await this.#cluster.request({
      method: 'PUT',
      path: `/User/${encodeURIComponent(this.#userId)}/Media/${encodeURIComponent(mediaId)}`,
      body: writeMediaCommand({ command }),
      what: `make ${this.#userId} ${command} in ${mediaId}`,
    });
  }

  async act({ id: dialogId }: Pick<TaskDialog, 'id' | 'state'>, action: TaskStep): Promise<void> {
    await this.#cluster.request({
      method: 'PUT',
      path: `/Dialog/${encodeURIComponent(dialogId)}`,
      body: writeTaskCommand(action),
      what: `${action} the task ${dialogId}`,
    });
  }

  #ask(path: '/Media' | '/Dialogs/Media', what: string) {
    return this.#cluster.request({
      method: 'GET',
      path: `/User/${encodeURIComponent(this.#userId)}${path}`,
      what: `read the ${what} of ${this.#userId}`,
    });
  }
}
