export type IceTransport = 'udp' | 'tcp' | 'tls';

/** An address of RFC 7064 or 7065, taken apart. */
export interface IceAddress {
  readonly isRelay: boolean;
  readonly host: string;
  readonly port: number;
  readonly transport: IceTransport;
}

const form = /^(stuns?|turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/i;

/** Null: it is none. */
export function iceAddressOf(url: string): IceAddress | null {
  const [, scheme = '', host = '', port, transport] = form.exec(url) ?? [];
  if (scheme === '') return null;
  const isSecure = /s$/i.test(scheme);
  return {
    isRelay: /^turn/i.test(scheme),
    host: host.replace(/^\[|\]$/g, ''),
    port: Number(port ?? (isSecure ? 5349 : 3478)),
    transport: isSecure ? 'tls' : transport?.toLowerCase() === 'tcp' ? 'tcp' : 'udp',
  };
}
