import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { messageOf } from './letter-message.ts';
import type { Letter, MailGateway } from './mail-gateway.ts';

/** So many are kept. */
const most = 100;

/** Where no server is configured: letters lie in a folder for those who develop, and go nowhere. */
export class MailSink implements MailGateway {
  readonly #folder: string | undefined;
  readonly #log: Pick<Logger, 'info'>;

  constructor(folder: string | undefined, log: Pick<Logger, 'info'>) {
    this.#folder = folder;
    this.#log = log;
  }

  async send(letter: Letter): Promise<void> {
    const folder = this.#folder;
    if (folder === undefined) return this.#log.info('A letter went nowhere, as "mail.host" is not configured.');
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ streamTransport: true, buffer: true });
    const { message } = await transport.sendMail(messageOf(letter));
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${Date.now()}-${letter.letterId.replace(/[^\w-]/g, '')}.eml`);
    await writeFile(path, message as Buffer);
    this.#log.info(`A letter was written to ${path}. It goes nowhere, as "mail.host" is not configured.`);
    const names = (await readdir(folder)).filter(name => name.endsWith('.eml')).toSorted();
    for (const name of names.slice(0, -most)) await rm(join(folder, name), { force: true });
  }
}
