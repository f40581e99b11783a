import type { FinesseConfig } from '../../settings/cisco/finesse-config.ts';

/** Where a node's notifications may be, the likeliest first. */
export function notificationAddresses(
  { nodes, notifications }: Pick<FinesseConfig, 'nodes' | 'notifications'>,
  host: string,
): readonly string[] {
  const node = nodes.map(origin => new URL(origin)).find(({ hostname }) => hostname === host);
  const { port, path, transports, tcpPort } = notifications;
  // Finesse from 12.6 on: at the port of REST; before, at 7443. The guides differ on the slash.
  const ports = port === undefined ? [...new Set([Number(node?.port || 443), 7443])] : [port];
  const paths = path === undefined ? ['/ws/', '/ws'] : [path];
  return transports.flatMap(transport =>
    transport === 'tcp'
      ? [`xmpps://${host}:${tcpPort}`]
      : ports.flatMap(each => paths.map(one => `wss://${host}:${each}${one}`)),
  );
}
