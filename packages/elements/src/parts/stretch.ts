import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { language } from '../sentences/language.ts';
import { tokenFinder } from './message-tokens.ts';
import { ageOf, startOfDay } from './moment.ts';
import { hasAtEnd, type Stretch, youngestOf } from './stretches.ts';
import { type TimelineView, timelineEntry } from './timeline-entry.ts';

/**
 * `near`: it may be in sight, or is about to be. `new`: nobody knows yet how tall it is. `far`: the browser need not lay it out before
 * somebody comes near, though it can be searched, and read aloud.
 */
export type Nearness = 'near' | 'new' | 'far';

/** A stretch drawn, and gone through again only when one of its lines could come out differently. */
export const stretchOf = (stretch: Stretch, nearness: Nearness, view: TimelineView): TemplateResult => html`
  <div class="stretch ${nearness}">
    ${guard(
      [
        ...[language, tokenFinder(), stretch, startOfDay(view.now), ageOf(youngestOf(stretch), view.now)],
        hasAtEnd(stretch, view.lastOwnSeq) &&
          [view.readSeq, view.deliveredSeq].map(seq => seq >= view.lastOwnSeq).join(),
      ],
      () =>
        repeat(
          stretch.lines,
          line => line.key,
          line => timelineEntry(line, view),
        ),
    )}
  </div>
`;
