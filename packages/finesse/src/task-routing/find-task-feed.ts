import { readTaskFeeds } from '../codec/task-feed.ts';
import { FinesseError } from '../finesse-error.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { PlatformClient } from './platform-client.ts';

/**
 * The number of the task feed of this name. Needs an account.
 * @throws {FinesseError} not-found, naming the feeds that there are
 */
export async function findTaskFeed(client: PlatformClient, name: string): Promise<string> {
  const answer = await client.sendAs({ method: 'GET', url: `${client.origin}/ccp-webapp/ccp/feed` });
  if (answer.status !== 200) throw client.refusal(answer, 'The platform does not list its feeds (%).');
  const feeds = readTaskFeeds(parseXml(answer.body));
  const found = feeds.filter(feed => feed.name === name);
  if (found[0] && found.length === 1) return found[0].id;
  const there = feeds.map(feed => `${feed.name} (${feed.id})`).join(', ') || 'none';
  throw new FinesseError(
    'not-found',
    `The platform has ${found.length === 0 ? 'no task feed' : 'more than one task feed'} "${name}"; there are: ${there}. See Customer Collaboration Platform > Configuration > Feeds, and give its number where the name is not its own.`,
  );
}
