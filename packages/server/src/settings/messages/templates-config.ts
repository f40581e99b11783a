import { EntryPointId, MessageContent } from '@eyeline/protocol';
import * as v from 'valibot';

/** How much all templates hold together: an agent's desk gets them with each conversation. */
const mostTemplates = 100_000;

/** A structured message that agents send as it stands here. */
const TemplateConfig = v.strictObject({
  templateId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'an id of 1 to 64 letters, digits, "-" and "_"')),
  /** By which agents find it. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** Left out: at all of them. */
  entryPoints: v.optional(v.array(EntryPointId)),
  queues: v.optional(v.array(v.string())),
  /** By the tag of its language (BCP 47), the one that is proposed first. */
  content: v.pipe(
    v.record(
      v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[\w-]{2,20})?$/i, 'a tag of a language, as en or pt-BR')),
      MessageContent,
    ),
    v.check(content => Object.keys(content).length > 0, 'at least one language'),
  ),
});
export type TemplateConfig = v.InferOutput<typeof TemplateConfig>;

export const TemplatesConfig = v.pipe(
  v.array(TemplateConfig),
  v.maxLength(200),
  v.check(
    templates => JSON.stringify(templates).length <= mostTemplates,
    `templates of at most ${mostTemplates} characters in all`,
  ),
);

/** Hosts from which pictures of cards may come. */
export const PictureHosts = v.array(
  v.pipe(v.string(), v.regex(/^[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/, 'a host like cdn.shop.example')),
);
