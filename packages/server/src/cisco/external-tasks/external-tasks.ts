import { FinesseError } from '@eyeline/finesse';
import type { TaskId } from '@eyeline/protocol';
import { FaultLog } from '../../settings/pace/fault-log.ts';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import type { WorkRooms } from '../../work/work-port.ts';
import { ExternalTaskRunner } from './external-task-runner.ts';
import type { TaskRouting } from './task-routing.ts';

const manyTasks = 100;

/** Carries out what routing wants of a router outside: each external task has a runner. */
export class ExternalTasks {
  readonly #rooms: WorkRooms;
  readonly #routing: TaskRouting | undefined;
  readonly #runners = new Map<number, ExternalTaskRunner>();
  readonly #faults: FaultLog;
  #isStopped = false;

  constructor(rooms: WorkRooms, routing: TaskRouting | undefined) {
    this.#rooms = rooms;
    this.#routing = routing;
    this.#faults = new FaultLog({
      log: rooms.log,
      known: error => (error instanceof FinesseError ? error.message : undefined),
      unknown: 'An external task failed.',
      over: 'The platform takes tasks and tells of them again.',
    });
  }

  /** Goes on where the last server stopped. */
  start(): void {
    for (const { number } of [...this.#rooms.work.state.externalTasks.values()]) this.run(number);
  }

  taskChanged(taskId: TaskId): void {
    const number = this.#rooms.work.state.tasks.get(taskId)?.externalTask;
    if (number) this.#runners.get(number)?.wake();
  }

  /** Resolves when every runner has stopped. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const stopped = [...this.#runners.values()].map(runner => runner.stop());
    this.#runners.clear();
    this.#routing?.close();
    await Promise.all(stopped);
  }

  /** A runner takes it up, or is woken. */
  run(number: number): void {
    if (this.#isStopped) return;
    const routing = this.#routing;
    if (!routing) {
      this.#doWithout(number);
      return;
    }
    const known = this.#runners.get(number);
    const runner =
      known ??
      new ExternalTaskRunner({
        rooms: this.#rooms,
        routing,
        number,
        // Many tasks are not looked at more often together than a hundred.
        pauseMs: () => routing.pollMs * Math.max(1, this.#runners.size / manyTasks),
        faults: this.#faults,
        onEnd: () => this.#runners.delete(number),
      });
    this.#runners.set(number, runner);
    runner.wake();
  }

  /** The queue became CCE's while we run, or the platform was taken out of the configuration. */
  #doWithout(number: number): void {
    const externalTask = this.#rooms.work.state.externalTasks.get(number);
    if (!externalTask) return;
    const type = externalTask.isReleased ? 'external-task.let-go' : 'external-task.unreachable';
    this.#faults.fault(new FinesseError('unreachable', ciscoSentences.platformFromNextStart));
    this.#rooms.interaction.carryOut(change => change.route({ type, number }));
  }
}
