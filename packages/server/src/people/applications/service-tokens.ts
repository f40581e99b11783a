import { invitationSentences } from '../../settings/sentences/invitations.ts';
import type { ServiceScope } from '../../store/applications/application-store.ts';
import { Refusal } from '../refusal.ts';
import type { Applications } from './applications.ts';

/** Applications that may do one thing, by one secret, as `npm run tokens` keeps them. */
export class ServiceTokens {
  readonly #applications: Applications;

  constructor(applications: Applications) {
    this.#applications = applications;
  }

  /** `days`: how long it counts; null: until it is revoked. */
  async add(name: string, scope: ServiceScope, days: number | null) {
    const { applicationId, secret } = await this.#applications.add(
      { name, scopes: [scope], entryPointIds: null },
      days,
    );
    return { tokenId: applicationId, token: secret };
  }

  async list() {
    return (await this.#applications.list()).flatMap(({ applicationId, name, scopes, secrets }) => {
      const [scope, ...otherScopes] = scopes;
      const [secret, ...otherSecrets] = secrets;
      if (!scope || !secret || otherScopes.length + otherSecrets.length > 0) return [];
      return [{ tokenId: applicationId, name, scope, issuedAt: secret.issuedAt, expiresAt: secret.expiresAt }];
    });
  }

  /** @throws Refusal `target-gone` */
  async revoke(tokenId: string): Promise<void> {
    const { unknown } = invitationSentences.tokens;
    await this.#applications.remove(tokenId).catch((error: unknown) => {
      throw error instanceof Refusal ? new Refusal(error.failure.code, unknown(tokenId)) : error;
    });
  }
}
