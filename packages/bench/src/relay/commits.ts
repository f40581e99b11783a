/** What a server stored: in how many commits, how long these took in all, and of how many records. */
export interface Commits {
  readonly count: number;
  readonly seconds: number;
  readonly records: number;
}

export const noCommits: Commits = { count: 0, seconds: 0, records: 0 };

/** Since it started, as its metrics tell. */
export async function commitsOf(url: string): Promise<Commits> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
  return {
    count: read('eyeline_commit_seconds_count'),
    seconds: read('eyeline_commit_seconds_sum'),
    records: read('eyeline_records_total'),
  };
}

export const commitsBetween = (from: Commits, to: Commits): Commits => ({
  count: to.count - from.count,
  seconds: to.seconds - from.seconds,
  records: to.records - from.records,
});
