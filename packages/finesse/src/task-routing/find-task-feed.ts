import { readTaskFeeds } from '../codec/task-feed.ts';
import { FinesseError } from '../finesse-error.ts';
import { platform } from '../sentences/platform.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { PlatformClient } from './platform-client.ts';

/**
 * The number of the task feed of this name. Needs an account.
 * @throws {FinesseError} not-found, naming the feeds that there are
 */
export async function findTaskFeed(client: PlatformClient, name: string): Promise<string> {
  const answer = await client.sendAs({ method: 'GET', url: `${client.origin}/ccp-webapp/ccp/feed` });
  if (answer.status !== 200) throw client.refusal(answer, platform.noFeeds);
  const feeds = readTaskFeeds(parseXml(answer.body));
  const found = feeds.filter(feed => feed.name === name);
  if (found[0] && found.length === 1) return found[0].id;
  const there = feeds.map(feed => `${feed.name} (${feed.id})`);
  throw new FinesseError('not-found', platform.notOneFeed(found.length, name, there));
}
