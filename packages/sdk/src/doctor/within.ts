/** Ends with `stop`, or after so long. Unlike `AbortSignal.timeout` it goes by the page's own timers. */
export function within(ms: number, stop: AbortSignal): AbortSignal {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, ms);
  const endNow = () => {
    clearTimeout(timer);
    end();
  };
  if (stop.aborted) endNow();
  else stop.addEventListener('abort', endNow, { once: true });
  return ending.signal;
}
