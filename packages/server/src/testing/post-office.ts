import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as it arrived. */
export interface ArrivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** Head and body, with quoted-printable undone. */
  readonly text: string;
}

const decoded = (raw: string): string => {
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
};

/** A real SMTP server that keeps what comes, and refuses what it is told to. */
export class PostOffice {
  readonly letters: ArrivedLetter[] = [];
  /** Addresses that are not known here. */
  readonly unknown = new Set<string>();
  /** How many more times it says that it cannot now. */
  busy = 0;
  readonly #server: SMTPServer;

  private constructor(account?: { readonly user: string; readonly password: string }) {
    this.#server = new SMTPServer({
      authOptional: !account,
      // It has a certificate of its own that nobody knows.
      disabledCommands: account ? [] : ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) => {
        const isKnown = username === account?.user && password === account?.password;
        done(isKnown ? null : new Error('Wrong password'), isKnown ? { user: username } : undefined);
      },
      onRcptTo: ({ address }, _, done) => {
        if (this.busy > 0) {
          this.busy -= 1;
          return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        }
        done(this.unknown.has(address) ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null);
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', part => parts.push(part));
        stream.on('end', () => {
          const from = envelope.mailFrom === false ? '' : (envelope.mailFrom?.address ?? '');
          const to = envelope.rcptTo.map(({ address }) => address);
          this.letters.push({ from, to, text: decoded(Buffer.concat(parts).toString('latin1')) });
          done();
        });
      },
    });
    this.#server.on('error', () => {});
  }

  static async open(account?: { readonly user: string; readonly password: string }): Promise<PostOffice> {
    const office = new PostOffice(account);
    office.#server.listen(0, '127.0.0.1');
    await once(office.#server.server, 'listening');
    return office;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise(resolve => void this.#server.close(() => resolve()));
  }
}
