import type { CallFailure, DeviceFailureCode } from '@eyeline/machines';
import type { FailureCode } from '@eyeline/protocol';

export interface Language {
  /** As in the attribute `lang`: `en`, `pt-BR`. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The language that people read. Everything that is drawn says so, for whoever reads it aloud. */
export let language: Language = { tag: 'en', dir: 'ltr' };

/** Every code with which a failure reaches a person. */
export type ShownCode = FailureCode | DeviceFailureCode | CallFailure['code'];

/**
 * Failures in other words than those in English that each failure brings: by its code, or by its English sentence, where one
 * code has several of them.
 */
export const failureSentences = new Map<string, string>();

/** A failure as it is shown: of a command, of a camera, of a call. */
export interface ShownFailure {
  readonly code: ShownCode;
  readonly message: string;
}

/** What a person reads of a failure. */
export const sentenceOf = ({ code, message }: ShownFailure): string =>
  failureSentences.get(message) ?? failureSentences.get(code) ?? message;

/** An element on a page. */
export interface Reader {
  lang: string;
  dir: string;
  readonly firstElementChild: unknown;
  requestUpdate(): void;
}

const readers = new Set<Reader>();

function tell(reader: Reader): void {
  // What a page has put into an element is in the page's own language.
  if (!reader.firstElementChild) {
    reader.lang = language.tag;
    reader.dir = language.dir;
  }
  reader.requestUpdate();
}

/** Has an element say which language it is in, and draw itself again when that becomes another. */
export function follow(reader: Reader): void {
  readers.add(reader);
  tell(reader);
}

export const unfollow = (reader: Reader): unknown => readers.delete(reader);

/** From now on people read another language, whose sentences stand in the catalogues already. */
export function speak(next: Language): void {
  language = next;
  readers.forEach(tell);
}
