/** Which way notifications take. Finesse from 12.6 on: WebSocket at 8445; before, at 7443; TCP with TLS at 5223. */
export type NotificationTransport = 'websocket' | 'tcp';

/** Where the notification service of a node may be, the likeliest first. */
export function notificationServices(
  host: string,
  transports: readonly NotificationTransport[] = ['websocket', 'tcp'],
  ports: { readonly websocket?: number; readonly tcp?: number } = {},
): readonly string[] {
  const websocket = ports.websocket === undefined ? [8445, 7443] : [ports.websocket];
  return transports.flatMap(transport =>
    transport === 'tcp'
      ? [`xmpps://${host}:${ports.tcp ?? 5223}`]
      : // The guides differ on the slash.
        websocket.flatMap(port => [`wss://${host}:${port}/ws/`, `wss://${host}:${port}/ws`]),
  );
}
