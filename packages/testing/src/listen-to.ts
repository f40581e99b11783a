import type { ChildProcess } from 'node:child_process';

export type ListenedProcess = ReturnType<typeof listenTo>;

/** What a child says, and how it ends. */
export function listenTo(child: ChildProcess) {
  let output = '';
  const ended = new Promise<number | null>(resolve => {
    child.once('close', resolve);
    child.once('error', error => {
      output += error.message;
      resolve(null);
    });
  });
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  return {
    child,
    ended,
    output: () => output,
    /** Whether the child says the text before it ends or the time is over. */
    waitFor: (text: string, withinMs: number) =>
      new Promise<boolean>(resolve => {
        const timer = setTimeout(() => resolve(false), withinMs);
        const listener = () => output.includes(text) && answer(true);
        const answer = (value: boolean) => {
          clearTimeout(timer);
          listeners.delete(listener);
          resolve(value);
        };
        listeners.add(listener);
        ended.then(() => answer(false));
        listener();
      }),
  };
}
