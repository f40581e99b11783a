import * as v from 'valibot';
import { CommandId } from '../ids.ts';
import { ChoiceId, contentText, LinkUrl } from './content-parts.ts';

/** A picture of a card: a file of the conversation, or one at a host that the site allows. `alt`: what it shows, for those who do not see it. */
export const CardPicture = v.union([
  v.object({ fileId: CommandId, alt: v.optional(v.pipe(v.string(), v.maxLength(200)), '') }),
  v.object({
    url: v.pipe(
      v.string(),
      v.maxLength(2000),
      v.regex(/^https:\/\/[\w.-]+(:\d+)?\/[^\s\\\p{C}"<>]*$/iu, 'an address like https://cdn.shop.example/a.png'),
    ),
    alt: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  }),
]);
export type CardPicture = v.InferOutput<typeof CardPicture>;

/** What is pressed on a card: it leads somewhere, or answers. */
export const CardButton = v.variant('kind', [
  v.object({ kind: v.literal('link'), label: contentText(80), url: LinkUrl }),
  v.object({ kind: v.literal('reply'), id: ChoiceId, label: contentText(80) }),
]);
export type CardButton = v.InferOutput<typeof CardButton>;

export const Card = v.object({
  title: contentText(120),
  text: v.optional(contentText(600)),
  picture: v.optional(CardPicture),
  buttons: v.optional(v.pipe(v.array(CardButton), v.maxLength(3)), []),
});
export type Card = v.InferOutput<typeof Card>;

export const CardMessage = v.object({ kind: v.literal('card'), ...Card.entries });
export type CardMessage = v.InferOutput<typeof CardMessage>;
