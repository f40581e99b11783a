import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { type BoxOrder, BoxReport } from './box-message.ts';

type Report<Type extends BoxReport['type']> = Extract<BoxReport, { type: Type }>;

/** A contact centre in a box, in a process of its own. */
export class BoxProcess {
  readonly addresses: Report<'started'>;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, addresses: Report<'started'>) {
    this.#process = process;
    this.addresses = addresses;
  }

  /** @param changeMs between the 202 and the change that it promised */
  static async start(agents: number, teams: number, changeMs: number): Promise<BoxProcess> {
    const child = fork(fileURLToPath(new URL('./box-main.ts', import.meta.url)), [agents, teams, changeMs].map(String));
    return new BoxProcess(child, await report(child, 'started'));
  }

  /** Everybody signed in and ready. */
  async ready(): Promise<void> {
    this.#order({ type: 'ready' });
    await report(this.#process, 'ready');
  }

  async change(perSecond: number, forMs: number): Promise<Report<'changed'>> {
    this.#order({ type: 'change', perSecond, forMs });
    return report(this.#process, 'changed');
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    this.#process.disconnect();
    await once(this.#process, 'exit');
  }

  #order(order: BoxOrder): void {
    this.#process.send(order);
  }
}

async function report<Type extends BoxReport['type']>(child: ChildProcess, type: Type): Promise<Report<Type>> {
  const ended = new AbortController();
  const onExit = () => ended.abort(new Error('The box ended.'));
  child.once('exit', onExit);
  try {
    const [message] = await once(child, 'message', { signal: ended.signal });
    const report = v.parse(BoxReport, message);
    if (!isOf(report, type)) throw new Error(`The box told ${report.type} instead of ${type}.`);
    return report;
  } finally {
    child.off('exit', onExit);
  }
}

function isOf<Type extends BoxReport['type']>(report: BoxReport, type: Type): report is Report<Type> {
  return report.type === type;
}
