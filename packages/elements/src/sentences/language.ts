import type { Failure, FailureCode } from '@eyeline/protocol';

/** The language that people read. Everything that is drawn says so, for whoever reads it aloud. */
export const language: { tag: string; dir: 'ltr' | 'rtl' } = { tag: 'en', dir: 'ltr' };

/** Failures in other words than the server's own, which come with each failure in English. */
export const failureSentences: Partial<Record<FailureCode, string>> = {};

/** What a person reads of a failure. */
export const sentenceOf = ({ code, message }: Failure): string => failureSentences[code] ?? message;
