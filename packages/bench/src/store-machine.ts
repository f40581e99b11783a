import { cpus } from 'node:os';
import { constants, monitorEventLoopDelay, PerformanceObserver, performance } from 'node:perf_hooks';
import { Effort } from './store-trips.ts';

/** Processor time since the machine was started, in ms of one core. */
const busyMs = (): number => {
  let busy = 0;
  for (const { times } of cpus()) busy += times.user + times.nice + times.sys + times.irq;
  return busy;
};

/** What a run took of this machine, and what others took meanwhile. */
export interface MachineUse {
  readonly wallMs: number;
  /** Share of the time in which the event loop was busy. */
  readonly loopBusy: number;
  /** How much later than wanted a timer comes, in ms. */
  readonly loopDelay: { readonly p99: number; readonly longest: number };
  readonly scavenges: Effort;
  readonly markSweeps: Effort;
  /** Cores: the thread of the event loop, as far as Node tells; all threads of this process together; all others. */
  readonly loopCores: number;
  readonly ownCores: number;
  readonly otherCores: number;
  readonly heapMB: number;
}

/** Begins to look; what it answers with ends it. */
export function watchMachine(): () => MachineUse {
  const [scavenges, markSweeps] = [new Effort(), new Effort()];
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const { kind } = Reflect.get(entry, 'detail') as { kind: number };
      (kind === constants.NODE_PERFORMANCE_GC_MINOR ? scavenges : markSweeps).add(entry.duration);
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const [startedAt, loop, cpu, busy] = [
    performance.now(),
    performance.eventLoopUtilization(),
    process.cpuUsage(),
    busyMs(),
  ];
  const threadMs = () => {
    // Since Node 23.9.
    const usage = process.threadCpuUsage?.();
    return usage ? (usage.user + usage.system) / 1000 : Number.NaN;
  };
  const threadStartedMs = threadMs();
  return () => {
    delay.disable();
    observer.disconnect();
    const wallMs = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpu);
    const ownCores = (user + system) / 1000 / wallMs;
    return {
      wallMs,
      loopBusy: performance.eventLoopUtilization(loop).utilization,
      loopDelay: { p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 },
      scavenges,
      markSweeps,
      loopCores: (threadMs() - threadStartedMs) / wallMs,
      ownCores,
      otherCores: Math.max(0, (busyMs() - busy) / wallMs - ownCores),
      heapMB: process.memoryUsage().heapUsed / 2 ** 20,
    };
  };
}
