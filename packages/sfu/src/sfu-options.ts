/** `starting`: the worker's binary is awaited, or a worker is being (re)started. `missing`: there will be none. */
export type SfuState = 'starting' | 'ready' | 'missing' | 'failed';

/** Where lines for the operator go; a pino logger fits. */
export interface SfuLog {
  info(text: string): void;
  warn(text: string): void;
}

export interface SfuOptions {
  /**
   * Path of the mediasoup-worker binary. It need not be there yet: it is awaited, and with `<path>.failed` beside it the
   * state says `missing` meanwhile. Left out: there will be none.
   */
  readonly workerBin?: string | undefined;
  /** Address to listen on. Default: `0.0.0.0`. */
  readonly listenIp?: string | undefined;
  /** Address that browsers are told, where it differs from `listenIp` (NAT). Default: loopback and this machine's own. */
  readonly announcedAddress?: string | undefined;
  /** UDP and TCP port of the first worker, the following workers take the following ones. 0: any. Default: 44400. */
  readonly port?: number | undefined;
  /** Worker processes, each good for one core. Default: 1. */
  readonly workers?: number | undefined;
  /** How often the binary is looked for, in ms. Default: 2000. */
  readonly pollMs?: number | undefined;
  readonly log?: SfuLog | undefined;
  readonly onState?: ((state: SfuState) => void) | undefined;
  /** These rooms died with their worker. Whoever was in them may join again, in a new room. */
  readonly onRoomsLost?: ((roomIds: readonly string[]) => void) | undefined;
}
