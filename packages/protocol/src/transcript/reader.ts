import * as v from 'valibot';

/** As `de` or `pt-BR`: what is not known is read in English. */
export const LanguageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z\d]{2,8}){0,3}$/));

/** As `Europe/Berlin`; one that nobody knows is taken for UTC. */
export const TimeZone = v.pipe(v.string(), v.regex(/^[\w+/-]{1,64}$/));
