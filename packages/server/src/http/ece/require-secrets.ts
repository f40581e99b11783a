import type { EceApplication } from '../../settings/outside/ece-config.ts';
import { readSecret } from '../../settings/read-secret.ts';

/** @throws StartupError where a secret that the application needs is not there */
export function requireSecrets({ key, secret, callback: { authentication } }: EceApplication): void {
  const path = `ece.applications.${key}`;
  readSecret(secret, `${path}.secret`);
  const at = `${path}.callback.authentication`;
  if (authentication?.type === 'basic') readSecret(authentication.password, `${at}.password`);
  if (authentication?.type === 'oauth2') readSecret(authentication.clientSecret, `${at}.clientSecret`);
}
