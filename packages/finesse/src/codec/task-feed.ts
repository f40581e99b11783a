import { childrenOf, filledText, type XmlElement } from '../xml/xml-element.ts';

/** A feed of the platform that takes tasks. */
export interface TaskFeed {
  readonly id: string;
  readonly name: string;
}

/** The number of task feeds among the kinds of feeds. */
const taskFeedType = '12';

/** Reads the task feeds in a `<feeds>`. A feed's number is the end of the address that takes its tasks. */
export function readTaskFeeds(element: XmlElement): readonly TaskFeed[] {
  return childrenOf(element, 'Feed').flatMap(feed => {
    const address = filledText(feed, 'pushFeedURL') ?? filledText(feed, 'refURL');
    const id = address?.split('/').at(-1);
    if (filledText(feed, 'type') !== taskFeedType || !id) return [];
    return [{ id, name: filledText(feed, 'name') ?? '' }];
  });
}
