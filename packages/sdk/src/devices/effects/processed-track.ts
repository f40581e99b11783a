/**
 * Makes of a track that is made from a device's the device's own, as far as others can see: stopped, it stops the device; it
 * ends, falls silent and is shaped with it.
 */
export function standingFor(raw: MediaStreamTrack, made: MediaStreamTrack, close: () => void): MediaStreamTrack {
  const stop = made.stop.bind(made);
  const listening = new AbortController();
  const { signal } = listening;
  made.stop = () => {
    listening.abort();
    stop();
    raw.stop();
    close();
  };
  made.getSettings = () => raw.getSettings();
  made.applyConstraints = constraints => raw.applyConstraints(constraints);
  for (const type of ['mute', 'unmute'])
    raw.addEventListener(type, () => made.dispatchEvent(new Event(type)), { signal });
  raw.addEventListener(
    'ended',
    () => {
      stop();
      close();
      made.dispatchEvent(new Event('ended'));
    },
    { signal },
  );
  return made;
}
