import * as v from 'valibot';
import { Card } from './card.ts';
import { contentText } from './content-parts.ts';

/** Several cards beside each other. One answer to all of them. */
export const Carousel = v.object({
  kind: v.literal('carousel'),
  text: v.optional(contentText(1000)),
  cards: v.pipe(v.array(Card), v.minLength(2), v.maxLength(10)),
});
export type Carousel = v.InferOutput<typeof Carousel>;
