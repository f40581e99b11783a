import type { MediaEvent, MediaInput, MediaReport, mediaHole } from '@eyeline/machines';
import { type EventObject, fromCallback } from 'xstate';
import { streamOf } from '../devices/tracks.ts';
import type { Line } from '../line/line.ts';
import { loadMedia } from './load-media.ts';
import type { MediaConnection } from './media-link.ts';

/** Loads the code of a call's media as soon as a call is in sight, so that it is there when somebody accepts. */
export const warmMedia = (line: Line): void => {
  line.listen(report => {
    if (report.type === 'call.proposed') loadMedia(report.media).catch(() => {});
  });
};

/** Fills the machines' `media` hole: peer to peer or through the SFU, as the call's path says. */
export const mediaOver = (line: Line): typeof mediaHole =>
  fromCallback<MediaEvent & EventObject, MediaInput>(({ input, receive, sendBack }) => {
    let connection: MediaConnection | null = null;
    let isOver = false;
    const early: MediaEvent[] = [...input.early];
    const report = (told: MediaReport) => {
      if (!isOver) sendBack(told);
    };

    receive(event => {
      if (connection) connection.take(event);
      else early.push(event);
    });
    loadMedia(input.path).then(
      connect => {
        if (isOver) return;
        connection = connect({ input, line, stream: streamOf(input.stream), report });
        for (const event of early) connection.take(event);
      },
      () => report({ type: 'remote.lost', reason: 'failed' }),
    );
    return () => {
      isOver = true;
      connection?.close();
    };
  });
