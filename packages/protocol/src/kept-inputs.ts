import * as v from 'valibot';
import { CallbackRequest } from './availability.ts';
import { once, within } from './command.ts';
import { MessageText } from './customer-facts.ts';
import { FormValues } from './entry-point.ts';
import { CallId, EntryPointId } from './ids.ts';
import { Sources } from './sources.ts';
import { CallCause, CallEnding, Domain, FallbackOption } from './vocabulary.ts';

/** What a site may ask is no longer. */
export const CONSENT_MAX_LENGTH = 400;

const call = { ...once, ...within, callId: CallId };

/** What somebody is asked before their first picture leaves the page. */
export const Consent = v.pipe(v.string(), v.maxLength(CONSENT_MAX_LENGTH));

/**
 * The commands that a page keeps until they are answered, over a reload too, and reads again from its storage: name -> input.
 * Customers' pages pay for it.
 */
export const keptInputs = {
  'interaction.open': v.object({
    ...once,
    entryPointId: EntryPointId,
    form: FormValues,
    /** `callback` needs `callback`; `email` is a message that is left in the form. */
    domain: v.optional(Domain, 'chat'),
    callback: v.optional(CallbackRequest),
    /** What an entry point may want first: a captcha's token. */
    proof: v.optional(v.pipe(v.string(), v.maxLength(8000))),
  }),
  /** A waiting customer takes what is there instead. `callback` says when. */
  'fallback.take': v.object({ ...once, ...within, step: FallbackOption, callback: v.optional(CallbackRequest) }),
  'interaction.end': v.object({ ...once, ...within }),
  /** The command's id becomes the message's id. */
  'message.send': v.object({
    ...once,
    ...within,
    text: MessageText,
    masked: v.optional(v.unknown()),
    content: v.optional(v.unknown()),
    answer: v.optional(v.unknown()),
  }),
  /** `consent`: what is not agreed to, where that is why. */
  'call.decline': v.object({ ...call, later: v.optional(v.boolean()), consent: v.optional(Consent) }),
  'call.end': v.object({ ...call, reason: CallEnding, cause: v.optional(CallCause) }),
  'call.switch': v.object({ ...call, sources: Sources }),
  'call.hold': v.object({ ...call, held: v.boolean() }),
};
