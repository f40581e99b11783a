import { pino } from 'pino';
import type { VoicePort, VoiceReport } from '../cisco/voice/voice-port.ts';
import { startServer } from '../process/server.ts';
import type { ConfigInput } from '../settings/config.ts';
import { parseConfig } from '../settings/parse-config.ts';

/** A phone system at the other end of HTTP, which goes on when the server dies. */
class RemoteVoiceChannels implements VoicePort {
  readonly #url: string;
  #notify: (report: VoiceReport) => void = () => {};

  constructor(url: string) {
    this.#url = url;
  }

  start(notify: (report: VoiceReport) => void): void {
    this.#notify = notify;
  }

  watch(agentIds: Parameters<VoicePort['watch']>[0]): void {
    for (const agentId of agentIds) void this.#ask('show', { agentId });
  }

  hold(hold: Parameters<VoicePort['hold']>[0]): void {
    void this.#ask('hold', hold);
  }

  release(release: Parameters<VoicePort['release']>[0]): void {
    void this.#ask('release', release);
  }

  close(): void {}

  async #ask(what: string, body: object): Promise<void> {
    const response = await fetch(`${this.#url}/${what}`, { method: 'POST', body: JSON.stringify(body) });
    this.#notify((await response.json()) as VoiceReport);
  }
}

const [url = '', port = '', dataDirectory = ''] = process.argv.slice(2);
const config = {
  entryPoints: [{ entryPointId: 'support', title: 'Support' }],
  routing: { agentDefaults: { domains: { chat: 1 }, voiceChannel: true } },
  sfu: { port: 0 },
} satisfies ConfigInput;
await startServer({
  config: parseConfig(config),
  dataDirectory,
  demo: true,
  host: '127.0.0.1',
  port: Number(port),
  voice: new RemoteVoiceChannels(url),
  log: pino({ level: 'silent' }),
});
