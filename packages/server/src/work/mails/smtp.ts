import type { MailConfig } from '../../settings/messages/mail-config.ts';
import { messageOf } from './letter-message.ts';
import { type Letter, LetterRefused, type MailGateway } from './mail-gateway.ts';

type SmtpConfig = MailConfig & { readonly host: string };

/** What the server said no to is for ever where its code begins with 5 and it is about this letter. */
const ofTheLetter: readonly unknown[] = ['EENVELOPE', 'EMESSAGE'];

const isForEver = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  ofTheLetter.includes(error.code) &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500;

/** Letters by SMTP. */
export class Smtp implements MailGateway {
  readonly #config: SmtpConfig;
  readonly #password: string | undefined;
  #transport: Promise<ReturnType<typeof transportTo>> | undefined;

  /** `password`: with `user` */
  constructor(config: SmtpConfig, password: string | undefined) {
    this.#config = config;
    this.#password = password;
  }

  async send(letter: Letter): Promise<void> {
    try {
      // Most servers never send one, and none before somebody asks.
      this.#transport ??= import('nodemailer').then(it => transportTo(it, this.#config, this.#password));
      await (await this.#transport).sendMail(messageOf(letter));
    } catch (error) {
      throw isForEver(error) ? new LetterRefused(error.message, { cause: error }) : error;
    }
  }
}

const transportTo = (
  { createTransport }: typeof import('nodemailer'),
  { host, port, security, user, timeoutMs }: SmtpConfig,
  pass: string | undefined,
) =>
  createTransport({
    host,
    port: port ?? (security === 'tls' ? 465 : 587),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== undefined && pass !== undefined && { auth: { user, pass } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
