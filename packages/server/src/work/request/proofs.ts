import type { EntryPointId } from '@eyeline/protocol';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import type { SiteEntryPoint } from '../../settings/config.ts';
import type { ProofConfig } from '../../settings/proof-config.ts';
import { readSecret } from '../../settings/read-secret.ts';

/** What Turnstile, hCaptcha and reCAPTCHA answer alike. */
const Verdict = v.object({ success: v.boolean(), 'error-codes': v.fallback(v.array(v.string()), []) });
/** The site is at fault and not the visitor. */
const ofSecret = ['missing-input-secret', 'invalid-input-secret'];

interface Verifier {
  readonly config: ProofConfig;
  readonly secret: string;
}

/** Entry points that want a proof, of a captcha for example, before an interaction is opened there. */
export class Proofs {
  readonly #verifiers: ReadonlyMap<string, Verifier>;
  readonly #log: Logger;

  /** @throws StartupError where a secret is missing */
  constructor(entryPoints: readonly SiteEntryPoint[], log: Logger) {
    this.#log = log;
    this.#verifiers = new Map(
      entryPoints.flatMap(({ entryPointId, proof: config }, index) =>
        config
          ? [[entryPointId, { config, secret: readSecret(config.secret, `entryPoints.${index}.proof.secret`) }]]
          : [],
      ),
    );
  }

  /** @throws Refusal `proof-required` or `proof-refused` */
  async require(entryPointId: EntryPointId, proof: string | undefined, address: string): Promise<void> {
    const verifier = this.#verifiers.get(entryPointId);
    if (!verifier) return;
    if (!proof) throw new Refusal('proof-required');
    const isRight = await verify(verifier, proof, address).catch((error: unknown) => {
      this.#log.warn({ err: error, entryPointId }, 'The verifier of proofs cannot be used.');
      return verifier.config.whenUnavailable === 'allow';
    });
    if (!isRight) throw new Refusal('proof-refused');
  }
}

async function verify({ config, secret }: Verifier, proof: string, address: string): Promise<boolean> {
  const response = await fetch(config.verifyUrl, {
    method: 'POST',
    body: new URLSearchParams({ secret, response: proof, remoteip: address }),
    redirect: 'error',
    signal: AbortSignal.timeout(config.timeoutMs),
  });
  if (!response.ok) throw new Error(`The verifier answered ${response.status}.`);
  const { success, 'error-codes': codes } = v.parse(Verdict, await response.json());
  if (codes.some(code => ofSecret.includes(code)))
    throw new Error('The verifier refuses the secret. Correct "proof.secret" of the entry point.');
  return success;
}
