import type { DesiredMedia, MediaInput, MediaOrder, mediaPort } from '@eyeline/machines';
import { type EventObject, fromCallback } from 'xstate';
import type { Connection } from '../connection/connection.ts';
import { uuid } from '../id-source.ts';
import { Epochs, type EpochsLink } from './epochs.ts';
import { loadMedia } from './load-media.ts';
import { measureCall } from './measure-call.ts';
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
    const health = watchHealth(sendBack);
    const fallback = watchFallback(sendBack);
    const meter = measureCall(sendBack, uuid());
    let [current, isPicture] = [0, false];
    const look: EpochsLink['onSample'] = (epoch, stats) => {
      health.sample(epoch, stats);
      fallback.sample(epoch, stats);
      if (epoch === current) meter.sample(epoch, stats, isPicture);
      onSample?.(epoch, stats);
    };
    const epochs = new Epochs({ interactionId, callId, early, connection, load, onSample: look, report: sendBack });
    const follow = (desired: DesiredMedia | null) => {
      current = desired?.epoch ?? 0;
      isPicture = desired?.receive.some(({ sources }) => sources.some(one => one !== 'microphone')) ?? false;
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
    return () => epochs.close();
  });
