import {
  interactionOf,
  isTakenUp,
  longestSilenceMs,
  nextTaskAction,
  type RoutedTask,
  type RoutedTaskStatus,
  type TaskDialog,
} from '@eyeline/finesse';
import type { InteractionId } from '@eyeline/protocol';
import { type ExternalTask, own, type Task } from '@eyeline/routing';
import type { FaultLog } from '../../settings/pace/fault-log.ts';
import { Loop } from '../../settings/pace/loop.ts';
import type { WorkRooms } from '../../work/work-port.ts';
import { steadyNow } from '../steady-now.ts';
import { type ChosenAgent, type ExternalTaskNews, readStatus } from './read-status.ts';
import { routableTask } from './routable-task.ts';
import type { TaskRouting } from './task-routing.ts';

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;
/** An agent is at work: only that the platform does not forget the task, and that its end is seen. */
const slower = 5;

export interface ExternalTaskRunnerOptions {
  readonly rooms: WorkRooms;
  readonly routing: TaskRouting;
  readonly number: number;
  /** Between two polls of a task that waits, as many as there are, ms. */
  readonly pauseMs: () => number;
  /** What is wrong with the platform, for all external tasks together. */
  readonly faults: Pick<FaultLog, 'fault' | 'well' | 'leave'>;
  readonly onEnd: () => void;
}

/** Carries one external task through: requests it, follows it and ends it, one step after the other, until it is let go. */
export class ExternalTaskRunner {
  readonly #options: ExternalTaskRunnerOptions;
  readonly #interactionId: InteractionId | undefined;
  readonly #loop: Loop;
  #isStopped = false;
  #failingSince: number | null = null;
  #missingSince: number | null = null;
  #isOver = false;

  constructor(options: ExternalTaskRunnerOptions) {
    this.#options = options;
    const externalTask = this.#externalTask();
    this.#interactionId = externalTask && options.rooms.interaction.logs.ofTask(externalTask.taskId)?.interactionId;
    this.#loop = new Loop({
      turn: () => this.#run(),
      backoff: { firstMs: Math.max(options.routing.pollMs, firstRetryMs), longestMs: longestRetryMs },
      onFault: error => options.faults.fault(error, this.#name),
    });
  }

  /** Something has changed here: polls at once. */
  wake(): void {
    this.#loop.wake();
  }

  /** Resolves when the step under way is over. */
  stop(): Promise<void> {
    this.#isStopped = true;
    this.#options.faults.leave(this.#name);
    return this.#loop.stop();
  }

  async #run(): Promise<number | null> {
    try {
      const pauseMs = await this.#step();
      this.#failingSince = null;
      if (pauseMs !== null) return pauseMs;
    } catch (error) {
      await this.#fail();
      throw error;
    }
    void this.stop();
    this.#options.onEnd();
    return null;
  }

  /** Answers with how long to wait before the next step, in ms; null when there is none. */
  async #step(): Promise<number | null> {
    const { rooms, routing } = this.#options;
    const externalTask = this.#externalTask();
    if (!externalTask) return null;
    if (externalTask.isReleased) {
      if (externalTask.address !== null) await this.#end(externalTask.address);
      await this.#notify({ type: 'external-task.let-go' });
      return null;
    }
    const task = rooms.work.state.tasks.get(externalTask.taskId);
    const pauseMs = this.#options.pauseMs();
    if (!task) return pauseMs;
    if (externalTask.address === null) return this.#request(externalTask, task);
    const status = await routing.router.status(this.#routed(externalTask.address));
    this.#options.faults.well(this.#name);
    if (this.#isStopped) return null;
    await this.#follow(externalTask, task, status);
    const isServed = task.state === 'active' || task.state === 'wrapping-up';
    return Math.min(longestSilenceMs, isServed ? pauseMs * slower : pauseMs);
  }

  async #request(externalTask: ExternalTask, task: Task): Promise<number> {
    const { rooms, routing } = this.#options;
    const route = own(rooms.settings.config.taskRoutes, externalTask.queueId);
    if (!route) {
      // The queue is not CCE's any more: whoever is still in it goes where everybody goes.
      await this.#notify({ type: 'external-task.moved', queueId: rooms.settings.config.routing.defaultQueue });
      return this.#options.pauseMs();
    }
    const routable = routableTask(rooms, task.taskId, route.scriptSelector);
    if (!routable) {
      await this.#notify({ type: 'external-task.given-up', because: 'given-up', reason: 'its interaction is gone' });
      return this.#options.pauseMs();
    }
    const { address } = await routing.router.request(routable);
    this.#options.faults.well(this.#name);
    await this.#notify({ type: 'external-task.placed', address });
    return Math.min(500, this.#options.pauseMs());
  }

  async #follow(externalTask: ExternalTask, task: Task, status: RoutedTaskStatus): Promise<void> {
    const { rooms, routing } = this.#options;
    if (status.state === 'handled' || status.state === 'closed') this.#isOver = true;
    const outsideId = 'agentId' in status ? status.agentId : undefined;
    const chosen = outsideId === undefined ? undefined : await this.#chosen(outsideId, task);
    if (task.externalTask !== externalTask.number || task.state === 'active' || task.state === 'wrapping-up') return;
    if (status.state === 'gone') {
      // Nobody asked about it for too long: we were away. It is asked for again, at its age here.
      await this.#request(externalTask, task);
      return;
    }
    const isMissing = status.state === 'offered' && chosen?.isHere !== true;
    this.#missingSince = isMissing ? (this.#missingSince ?? steadyNow()) : null;
    const isOverdue = this.#missingSince !== null && steadyNow() - this.#missingSince >= routing.absentMs;
    const connectsAtOnce = routing.connect === 'reserved';
    const news = readStatus({ externalTask, task, status, chosen, connectsAtOnce, isOverdue });
    if (!news) return;
    if (news.type === 'external-task.given-up')
      rooms.log.warn(
        `CCE gave the task of ${this.#interactionId} up: ${news.reason ?? 'it says no reason'}. The customer is told what is there instead.`,
      );
    await this.#notify(news);
  }

  /** Who was chosen; and where we may speak for the agent, the dialog is made to follow the conversation. */
  async #chosen(outsideId: string, task: Task): Promise<ChosenAgent | undefined> {
    const { rooms, routing } = this.#options;
    const agentId = routing.agents.agentIdOf(outsideId, rooms.people.accounts);
    if (agentId === undefined) return undefined;
    const { agentSessions, offers } = rooms.work.state;
    const agent = agentSessions.get(agentId)?.agent;
    const offer = agent?.offerId ? offers.get(agent.offerId) : undefined;
    const isHis = (task.state === 'active' || task.state === 'wrapping-up') && task.agentId === agentId;
    const dialog = await this.#dialogOf(outsideId, agentId);
    if (dialog && isHis) await this.#advance(dialog, task.state === 'active' ? 'active' : 'wrapping-up', agentId);
    return {
      agentId,
      isSignedIn: agent !== undefined,
      isHere: agent?.connected === true,
      isBeingAsked: offer?.purpose === 'outside' && offer.taskId !== task.taskId,
      hasAccepted: dialog !== undefined && isTakenUp(dialog.state),
    };
  }

  async #dialogOf(outsideId: string, agentId: ChosenAgent['agentId']): Promise<TaskDialog | undefined> {
    const { variable } = this.#options.routing;
    if (this.#isOver) return undefined;
    const desk = this.#deskOf(agentId);
    const dialogs = await desk?.tasks().catch((error: unknown) => {
      this.#options.rooms.log.debug({ err: error }, `The tasks of ${outsideId} cannot be seen.`);
      return [];
    });
    return dialogs?.find(dialog => interactionOf(dialog, variable) === this.#interactionId);
  }

  #deskOf(agentId: ChosenAgent['agentId']) {
    const { rooms, routing } = this.#options;
    const username = rooms.people.accounts.get(agentId)?.username;
    return username === undefined ? undefined : routing.desks.of(agentId, routing.agents.userIdOf(username));
  }

  async #advance(
    dialog: TaskDialog,
    wanted: 'active' | 'wrapping-up' | 'closed',
    agentId: ChosenAgent['agentId'],
  ): Promise<void> {
    const action = nextTaskAction(wanted, dialog.state);
    if (!action) return;
    await this.#deskOf(agentId)?.act(dialog, action);
    // Accepted is only half of it.
    if (action === 'accept') this.#loop.wake();
  }

  /** Whatever is left of it at the platform is ended. */
  async #end(address: string): Promise<void> {
    const { rooms, routing } = this.#options;
    const { router } = routing;
    const routed = this.#routed(address);
    const status = await router.status(routed);
    this.#options.faults.well(this.#name);
    if (status.state === 'handled' || status.state === 'closed' || status.state === 'gone') return;
    if (status.state !== 'offered' && (await router.cancel(routed))) return;
    if (await router.close(routed)) return;
    const outsideId = 'agentId' in status ? status.agentId : undefined;
    const agentId = outsideId === undefined ? undefined : routing.agents.agentIdOf(outsideId, rooms.people.accounts);
    if (outsideId === undefined || agentId === undefined) return;
    const dialog = await this.#dialogOf(outsideId, agentId);
    if (dialog) await this.#advance(dialog, 'closed', agentId);
  }

  /** The platform did not do what it was asked. */
  async #fail(): Promise<void> {
    const { rooms } = this.#options;
    this.#failingSince ??= steadyNow();
    const externalTask = this.#externalTask();
    const task = externalTask && rooms.work.state.tasks.get(externalTask.taskId);
    if (!externalTask || !task || externalTask.isReleased || externalTask.isTaken) return;
    const fallback = own(rooms.settings.config.taskRoutes, externalTask.queueId)?.fallback;
    const leftMs = fallback ? this.#failingSince + fallback.afterMs - steadyNow() : Number.POSITIVE_INFINITY;
    if (fallback && leftMs <= 0)
      await this.#notify({ type: 'external-task.moved', queueId: fallback.queue }).catch(() => {});
    else {
      if (!externalTask.isUnreachable) await this.#notify({ type: 'external-task.unreachable' }).catch(() => {});
      // The customer goes elsewhere in time, however long the pause would be.
      if (fallback) this.#loop.wake(Math.max(10, leftMs));
    }
  }

  get #name(): string {
    return String(this.#options.number);
  }

  #externalTask(): ExternalTask | undefined {
    const { rooms, number } = this.#options;
    return rooms.work.state.externalTasks.get(number);
  }

  #routed(address: string): RoutedTask {
    return { interactionId: this.#interactionId ?? '', address };
  }

  #notify(news: ExternalTaskNews): Promise<void> {
    const { rooms, number } = this.#options;
    return rooms.interaction.change(change => change.route({ ...news, number }));
  }
}
