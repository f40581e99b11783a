import type { BotConfig } from '../../settings/outside/bots-config.ts';
import { readSecret } from '../../settings/read-secret.ts';
import type { SecretSource } from '../../settings/secret-source.ts';
import type { BotService } from './bot.ts';
import { chatCompletions } from './chat-completions.ts';
import { dialogflowWebhook } from './dialogflow.ts';
import { rasa } from './rasa.ts';

/** Who answers for a bot of the configuration. @throws StartupError where a secret is missing */
export function openService(botId: string, { service }: BotConfig): BotService {
  const secret = (source: SecretSource | undefined, name: string) =>
    source && readSecret(source, `bots.${botId}.service.${name}`);
  switch (service.type) {
    case 'rasa':
      return rasa(service.url, secret(service.token, 'token'));
    case 'chat-completions':
      return chatCompletions(service, secret(service.apiKey, 'apiKey'));
    case 'dialogflow-webhook':
      return dialogflowWebhook(service.url, secret(service.token, 'token'));
  }
}
