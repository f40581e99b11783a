/// <reference path="./simple-peer.d.ts" />
import { Signal } from '@eyeline/protocol';
import * as bundle from 'simple-peer/simplepeer.min.js';
import * as v from 'valibot';
import { watchFlow } from './flow.ts';
import { createGrace } from './grace.ts';
import type { Connect } from './media-link.ts';
import { rtcConfigurationOf } from './rtc-configuration.ts';
import { createSignalPost } from './signal-post.ts';
import { withStartBitrate } from './start-bitrate.ts';

/** A network may change under a call and find back: so long it may stay away, in ms. */
const breakGrace = 8000;
/** The other side's connection closes a moment before the server says why, in ms. */
const closeGrace = 3000;

const Peer = bundle.default ?? globalThis.SimplePeer;

/** Browser to browser (JSEP, RFC 9429), through the server only for the signals. */
export const connectP2p: Connect = ({ input, connection, stream, report }) => {
  const { interactionId, callId, initiator } = input;
  const post = createSignalPost(connection, { interactionId, callId });
  const peer = new Peer({ initiator, stream, trickle: true, config: rtcConfigurationOf(input.ice) });

  const broken = createGrace(breakGrace, () => report({ type: 'remote.lost', reason: 'failed' }));
  const left = createGrace(closeGrace, () => report({ type: 'remote.lost', reason: 'left' }));
  const stopWatching = watchFlow(
    () =>
      new Promise((resolve, reject) => {
        if (peer.destroyed) reject(new Error('closed'));
        else peer.getStats((error, entries) => (error ? reject(error) : resolve(entries)));
      }),
    () => report({ type: 'remote.connected' }),
  );

  peer.on('signal', signal => post.send(v.parse(Signal, signal)));
  peer.on('stream', remote => report({ type: 'remote.changed', stream: remote }));
  peer.on('iceStateChange', state => {
    if (state === 'disconnected') broken.begin();
    else broken.end();
  });
  peer.on('error', error => {
    // A data channel that breaks off is what remains of a side that closed its connection.
    if (error.code !== 'ERR_DATA_CHANNEL') report({ type: 'remote.lost', reason: 'failed' });
  });
  peer.on('close', left.begin);

  return {
    take(event) {
      if (event.type !== 'call.signalled' || peer.destroyed) return;
      const { signal } = event;
      peer.signal('sdp' in signal ? { ...signal, sdp: withStartBitrate(signal.sdp) } : signal);
    },
    close() {
      stopWatching();
      broken.end();
      left.end();
      post.close();
      peer.destroy();
    },
  };
};
