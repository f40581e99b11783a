/** Waits until `read` gives something else than undefined, null and false. */
export async function eventually<T>(read: () => T | undefined | null | false, withinMs = 60_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = read();
    if (value !== undefined && value !== null && value !== false) return value;
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${read}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
