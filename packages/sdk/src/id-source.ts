import type { IdSource } from '@eyeline/machines';
import { CallId, CommandId } from '@eyeline/protocol';
import * as v from 'valibot';

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** A random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing on pages without https. */
export function uuid(): string {
  // Typed as always there.
  const { randomUUID }: Partial<Crypto> = crypto;
  if (randomUUID) return randomUUID.call(crypto);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const marked = bytes.map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte));
  const digits = Array.from(marked, hex).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Fills the machines' need of new ids. */
export const randomIds: IdSource = {
  commandId: () => v.parse(CommandId, uuid()),
  callId: () => v.parse(CallId, uuid()),
};
