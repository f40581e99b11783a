import type { DesiredMedia, MediaHandle, MediaInput, MediaOrder, MediaReport, mediaPort } from '@eyeline/machines';
import { type EventObject, fromCallback } from 'xstate';
import type { Connection } from '../connection/connection.ts';
import { uuid } from '../id-source.ts';
import { Epochs, type EpochsLink } from './epochs.ts';
import { loadMedia } from './load-media.ts';
import { measureCall } from './measure-call.ts';
import { PictureLook } from './picture-look.ts';
import { watchFallback } from './watch-fallback.ts';
import { watchHealth } from './watch-health.ts';

/** Loads the code of a call's media as soon as a call is in sight, so that it is there when somebody accepts. */
export const warmMedia = (connection: Connection): void => {
  connection.listen(report => {
    if (report.type === 'call.proposed') loadMedia(report.media).catch(() => {});
  });
};

/** Fills the machines' `media` port: peer to peer or through the SFU, as each epoch says. */
export const mediaOver = (
  connection: Connection,
  { load = loadMedia, onSample }: Partial<Pick<EpochsLink, 'load' | 'onSample'>> = {},
): typeof mediaPort =>
  fromCallback<MediaOrder & EventObject, MediaInput>(({ input, receive, sendBack }) => {
    const { interactionId, callId, early } = input;
    const [theirs, own] = [new PictureLook(), new PictureLook()];
    const health = watchHealth(sendBack, () => ({ theirs: theirs.brightness(), own: own.brightness() }));
    const fallback = watchFallback(sendBack);
    const meter = measureCall(sendBack, uuid());
    let [current, isPicture] = [0, false];
    const look: EpochsLink['onSample'] = (epoch, stats) => {
      health.sample(epoch, stats);
      fallback.sample(epoch, stats);
      if (epoch === current) meter.sample(epoch, stats, isPicture);
      onSample?.(epoch, stats);
    };
    const report = (said: MediaReport) => {
      if (said.type === 'remote.changed') theirs.follow(pictureOf(said.remotes[0]?.person));
      sendBack(said);
    };
    const epochs = new Epochs({ interactionId, callId, early, connection, load, onSample: look, report });
    const follow = (desired: DesiredMedia | null) => {
      current = desired?.epoch ?? 0;
      isPicture = desired?.receive.some(({ sources }) => sources.some(one => one !== 'microphone')) ?? false;
      own.follow(pictureOf(desired?.send.camera));
      health.follow(desired);
      fallback.follow(desired);
      epochs.follow(desired);
    };
    receive(order => {
      if (order.type === 'media.desired') follow(order.desired);
      else if (order.type === 'media.try-again') fallback.tryAgain();
      else epochs.take(order);
    });
    follow(input.desired);
    return () => {
      epochs.close();
      for (const one of [theirs, own]) one.follow(null);
    };
  });

function pictureOf(media: MediaHandle | null | undefined): MediaStreamTrack | null {
  if (media instanceof MediaStreamTrack) return media;
  return media instanceof MediaStream ? (media.getVideoTracks()[0] ?? null) : null;
}
