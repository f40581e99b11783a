import type { HardwareOrder, HardwareReport } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import { shapeOf } from './constraints.ts';
import { readDevices, rememberDevices } from './remembered-devices.ts';
import { watchSurroundings } from './surroundings.ts';
import { trackBehind } from './track-behind.ts';
import { watchTrack } from './watch-track.ts';

/** Fills the machines' `hardware` port. However it ends, every track is stopped. */
export const hardware = fromCallback<HardwareOrder & EventObject>(({ receive, sendBack }) => {
  const report = (heard: HardwareReport) => sendBack(heard);
  /** How to stop watching each track that is open. */
  const held = new Map<MediaStreamTrack, { source: Source; unwatch: () => void }>();
  const drop = (track: MediaStreamTrack) => {
    held.get(track)?.unwatch();
    held.delete(track);
    track.stop();
  };
  const lose = (source: Source) => {
    for (const [track, at] of held)
      if (at.source === source) report({ type: 'track.lost', trackId: track.id, code: 'denied' });
  };
  const onLeft = () => report({ type: 'page.left' });
  const onBack = () => report({ type: 'page.back' });
  // Outside of a page there is nothing to hear.
  const page: Partial<EventTarget> = globalThis;
  page.addEventListener?.('pagehide', onLeft);
  page.addEventListener?.('pageshow', onBack);
  const remembered = readDevices();
  if (remembered) report({ type: 'devices.remembered', ...remembered });
  // From the beginning: whether the browser will ask is known before the press.
  const surroundings = watchSurroundings(report, lose);

  receive(order => {
    switch (order.type) {
      case 'hold': {
        const track = trackBehind(order.track);
        const unwatch = watchTrack(order.source, track, report);
        held.set(track, { source: order.source, unwatch });
        // With permission devices have names.
        surroundings.list();
        break;
      }
      case 'drop':
        drop(trackBehind(order.track));
        break;
      case 'shape':
        // A camera that cannot goes on as it is.
        trackBehind(order.track)
          .applyConstraints(shapeOf(order.quality))
          .catch(() => {});
        break;
      case 'remember':
        rememberDevices(order);
    }
  });
  return () => {
    page.removeEventListener?.('pagehide', onLeft);
    page.removeEventListener?.('pageshow', onBack);
    for (const track of [...held.keys()]) drop(track);
    surroundings.close();
  };
});
