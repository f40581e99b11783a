import { FinesseError } from '@eyeline/finesse';
import type { TaskId } from '@eyeline/protocol';
import type { WorkRooms } from '../../work/work-port.ts';
import { ErrandRunner } from './errand-runner.ts';
import type { TaskRouting } from './task-routing.ts';

const manyTasks = 100;

/** Carries out what routing wants of a router outside: each errand has somebody who goes on it. */
export class Errands {
  readonly #rooms: WorkRooms;
  readonly #routing: TaskRouting | undefined;
  readonly #runners = new Map<number, ErrandRunner>();
  #lastSaid = '';
  #isStopped = false;

  constructor(rooms: WorkRooms, routing: TaskRouting | undefined) {
    this.#rooms = rooms;
    this.#routing = routing;
  }

  /** Goes on where the last server stopped. */
  start(): void {
    for (const { number } of [...this.#rooms.work.state.errands.values()]) this.go(number);
  }

  taskChanged(taskId: TaskId): void {
    const number = this.#rooms.work.state.tasks.get(taskId)?.errand;
    if (number) this.#runners.get(number)?.wake();
  }

  stop(): void {
    this.#isStopped = true;
    for (const runner of this.#runners.values()) runner.stop();
    this.#runners.clear();
    this.#routing?.close();
  }

  /** Somebody goes on it, or goes on with it. */
  go(number: number): void {
    if (this.#isStopped) return;
    const routing = this.#routing;
    if (!routing) {
      this.#doWithout(number);
      return;
    }
    const known = this.#runners.get(number);
    const runner =
      known ??
      new ErrandRunner({
        rooms: this.#rooms,
        routing,
        number,
        // Many tasks are not looked at more often together than a hundred.
        pauseMs: () => routing.pollMs * Math.max(1, this.#runners.size / manyTasks),
        say: fault => this.#say(fault),
        onEnd: () => this.#runners.delete(number),
      });
    this.#runners.set(number, runner);
    runner.wake();
  }

  /** The queue became CCE's while we run, or the platform was taken out of the configuration. */
  #doWithout(number: number): void {
    const errand = this.#rooms.work.state.errands.get(number);
    if (!errand) return;
    const type = errand.isReleased ? 'errand.let-go' : 'errand.unreachable';
    this.#say(
      new FinesseError('unreachable', 'The platform of finesse.taskRouting counts from the next start: restart.'),
    );
    this.#rooms.interaction.carryOut(change => change.route({ type, number }));
  }

  /** A sentence, once; null: it is well again. */
  #say(fault: unknown): void {
    const { log } = this.#rooms;
    if (fault === null) {
      if (this.#lastSaid !== '') log.info('The platform takes tasks and tells of them again.');
      this.#lastSaid = '';
      return;
    }
    const sentence = fault instanceof Error ? fault.message : String(fault);
    if (sentence === this.#lastSaid || this.#isStopped) return;
    this.#lastSaid = sentence;
    if (fault instanceof FinesseError) log.error(sentence);
    else log.error({ err: fault }, 'An errand failed.');
  }
}
