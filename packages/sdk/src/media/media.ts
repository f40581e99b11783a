import type { MediaEvent, MediaInput, MediaReport, mediaPort } from '@eyeline/machines';
import { type EventObject, fromCallback } from 'xstate';
import type { Connection } from '../connection/connection.ts';
import { streamOf } from '../devices/tracks.ts';
import { loadMedia } from './load-media.ts';
import type { MediaConnection } from './media-link.ts';

/** Loads the code of a call's media as soon as a call is in sight, so that it is there when somebody accepts. */
export const warmMedia = (connection: Connection): void => {
  connection.listen(report => {
    if (report.type === 'call.proposed') loadMedia(report.media).catch(() => {});
  });
};

/** Fills the machines' `media` port: peer to peer or through the SFU, as the call's path says. */
export const mediaOver = (connection: Connection): typeof mediaPort =>
  fromCallback<MediaEvent & EventObject, MediaInput>(({ input, receive, sendBack }) => {
    let mediaConnection: MediaConnection | null = null;
    let isOver = false;
    const early: MediaEvent[] = [...input.early];
    const report = (event: MediaReport) => {
      if (!isOver) sendBack(event);
    };

    receive(event => {
      if (mediaConnection) mediaConnection.take(event);
      else early.push(event);
    });
    loadMedia(input.path).then(
      connect => {
        if (isOver) return;
        mediaConnection = connect({ input, connection, stream: streamOf(input.stream), report });
        for (const event of early) mediaConnection.take(event);
      },
      () => report({ type: 'remote.lost', reason: 'failed' }),
    );
    return () => {
      isOver = true;
      mediaConnection?.close();
    };
  });
