import type { Profiler } from 'node:inspector';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** A process that was started with `--inspect`, seen through its inspector: what its main thread does and what it holds. */
export class Inspected {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', data => {
      const { id, result } = JSON.parse(String(data));
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    });
  }

  /** Waits until it listens at this port. */
  static async at(port: number): Promise<Inspected> {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
      if (!answer) {
        await sleep(50);
        continue;
      }
      const [target] = (await answer.json()) as { webSocketDebuggerUrl: string }[];
      // The inspector takes no compression.
      const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '', { perMessageDeflate: false });
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      return new Inspected(socket);
    }
  }

  /** Bytes that live objects and buffers take, after a collection. */
  async liveBytes(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage');
    const expression = '(() => { const m = process.memoryUsage(); return m.heapUsed + m.external; })()';
    return this.#evaluate(expression);
  }

  /** Processor time of the main thread so far, in s. */
  threadSeconds(): Promise<number> {
    return this.#evaluate('(() => { const t = process.threadCpuUsage(); return (t.user + t.system) / 1e6; })()');
  }

  /** What the main thread did while `run` ran. */
  async profile(run: () => Promise<unknown>): Promise<Profiler.Profile> {
    await this.#ask('Profiler.enable');
    await this.#ask('Profiler.setSamplingInterval', { interval: 500 });
    await this.#ask('Profiler.start');
    await run();
    const { profile } = (await this.#ask('Profiler.stop')) as Profiler.StopReturnType;
    return profile;
  }

  close(): void {
    this.#socket.terminate();
  }

  async #evaluate(expression: string): Promise<number> {
    const { result } = (await this.#ask('Runtime.evaluate', { expression, returnByValue: true })) as {
      result: { value: unknown };
    };
    return Number(result.value);
  }

  #ask(method: string, params: object = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise(resolve => this.#waiting.set(id, resolve));
  }
}
