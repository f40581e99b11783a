import type { Fault } from '@eyeline/routing';
import { ConfigFile } from '../config.ts';
import { secretSourceWords } from '../secret-source.ts';
import { configSentences } from '../sentences/config.ts';
import { knownKeys, nearestKey } from './known-keys.ts';

/** Keys whose value is a secret, whatever its type and whether or not it is one that we know. */
const secretKey = /(secret|password|credential|token|key|keyId)s?(\.\d+)*$/i;

/** The user and the password in an address. */
const inAddress = /\/\/[^/@\s"]+@/g;

/** A secret in the wrong place or form is still a secret, and a configuration's faults go into logs. */
const isSecret = ({ path, expected, received }: Fault): boolean =>
  !received.startsWith('nothing') && (expected === secretSourceWords || secretKey.test(path));

/** What a person reads of a fault. */
export function faultLine(fault: Fault): string {
  const { path, expected, received } = fault;
  if (expected === 'no such key') return unknownKeyLine(path);
  const found = isSecret(fault) ? configSentences.notShown : received.replace(inAddress, '//…@');
  return configSentences.fault(path, expected, found);
}

function unknownKeyLine(path: string): string {
  const keys = path.split('.');
  return configSentences.unknownKey(path, nearestKey(keys.at(-1) ?? '', knownKeys(ConfigFile, keys.slice(0, -1))));
}
