import { pino } from 'pino';
import type { VoicePort, VoiceTold } from '../cisco/voice/voice-port.ts';
import { startServer } from '../process/server.ts';
import type { ConfigInput } from '../settings/config.ts';
import { parseConfig } from '../settings/parse-config.ts';

/** A telephone system at the other end of HTTP, which goes on when the server dies. */
class RemoteTelephones implements VoicePort {
  readonly #url: string;
  #tell: (told: VoiceTold) => void = () => {};

  constructor(url: string) {
    this.#url = url;
  }

  start(tell: (told: VoiceTold) => void): void {
    this.#tell = tell;
  }

  watch(agentIds: Parameters<VoicePort['watch']>[0]): void {
    for (const agentId of agentIds) void this.#ask('show', { agentId });
  }

  reserve(reservation: Parameters<VoicePort['reserve']>[0]): void {
    void this.#ask('reserve', reservation);
  }

  release(release: Parameters<VoicePort['release']>[0]): void {
    void this.#ask('release', release);
  }

  close(): void {}

  async #ask(what: string, body: object): Promise<void> {
    const response = await fetch(`${this.#url}/${what}`, { method: 'POST', body: JSON.stringify(body) });
    this.#tell((await response.json()) as VoiceTold);
  }
}

const [url = '', port = '', dataDirectory = ''] = process.argv.slice(2);
const config = {
  entryPoints: [{ entryPointId: 'support', title: 'Support' }],
  routing: { agentDefaults: { domains: { chat: 1 }, telephone: true } },
  sfu: { port: 0 },
} satisfies ConfigInput;
await startServer({
  config: parseConfig(config),
  dataDirectory,
  demo: true,
  host: '127.0.0.1',
  port: Number(port),
  voice: new RemoteTelephones(url),
  log: pino({ level: 'silent' }),
});
