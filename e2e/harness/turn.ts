import { createHash, X509Certificate } from 'node:crypto';
import { type Coturn, freePort, startCoturn, type TurnTransport } from '@eyeline/testing';
import { generate } from 'selfsigned';

const secret = 'a secret of the test';
const variable = 'TURN_SECRET_OF_TEST';

/** A TURN server that a test may start again and again, each time with other ways in. */
export interface Turn {
  /** As an entry of `iceServers`, with all ways in whether they are there or not. */
  readonly configured: { readonly urls: readonly string[]; readonly secret: { readonly env: string } };
  /** With this switch a Chromium believes its certificate, for TURN too: --ignore-certificate-errors is for pages alone. */
  readonly trust: string;
  start(transports: readonly TurnTransport[], otherSecret?: string): Promise<Coturn>;
}

export async function prepareTurn(address: string, tlsPort?: number): Promise<Turn> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: address }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  const ports = { port: await freePort(), tlsPort: tlsPort ?? (await freePort()) };
  // The server of the test reads it from there.
  process.env[variable] = secret;
  return {
    configured: {
      urls: [
        `turn:${address}:${ports.port}?transport=udp`,
        `turn:${address}:${ports.port}?transport=tcp`,
        `turns:${address}:${ports.tlsPort}?transport=tcp`,
      ],
      secret: { env: variable },
    },
    trust: `--ignore-certificate-errors-spki-list=${createHash('sha256').update(spki).digest('base64')}`,
    start: (transports, otherSecret = secret) =>
      startCoturn({ address, ...ports, secret: otherSecret, certificate: { cert, key }, transports }),
  };
}
