import type { types } from 'mediasoup';
import { type ListenAddress, listenInfos } from './listen-addresses.ts';
import type { SfuLog } from './sfu-options.ts';

const attempts = 50;

/** Opens the worker's one port, or the nearest following one that is free: firewalls are opened for neighbours. */
export const openWebRtcServer = async (
  worker: types.Worker,
  addresses: readonly ListenAddress[],
  port: number,
  log: SfuLog | undefined,
): Promise<types.WebRtcServer> => {
  let refusal: unknown;
  for (let candidate = port; candidate < port + attempts && candidate < 65_536; candidate += 1) {
    try {
      const server = await worker.createWebRtcServer({ listenInfos: listenInfos(addresses, candidate) });
      if (candidate !== port) {
        log?.warn(`Media port ${port} is in use; media flows through UDP and TCP port ${candidate} instead.`);
      }
      return server;
    } catch (error) {
      if (worker.closed) throw error;
      refusal = error;
    }
  }
  const stated = refusal instanceof Error ? refusal.message : String(refusal);
  throw new Error(`no media port could be opened from ${port} to ${port + attempts - 1}: ${stated}`);
};
