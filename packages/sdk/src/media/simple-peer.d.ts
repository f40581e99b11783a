// Its published types bring Node's globals into a browser package; this is what is used of it.
declare module 'simple-peer/simplepeer.min.js' {
  import type { Signal } from '@eyeline/protocol';

  interface PeerOptions {
    readonly initiator: boolean;
    readonly trickle: boolean;
    readonly config: RTCConfiguration;
  }

  class SimplePeer {
    readonly destroyed: boolean;
    /** The browser's own connection; null once it is closed, undefined where it could not be made. */
    readonly _pc: RTCPeerConnection | null | undefined;
    constructor(options: PeerOptions);
    signal(signal: Signal): void;
    destroy(): void;
    /** What comes by the data channel, and is not read, is let go. */
    resume(): void;
    on(name: 'signal', listener: (signal: unknown) => void): this;
    on(name: 'signalingStateChange', listener: (state: RTCSignalingState) => void): this;
    on(name: 'error', listener: (error: Error & { readonly code?: string }) => void): this;
    on(name: 'close', listener: () => void): this;
  }

  export = SimplePeer;
}

/** What the UMD bundle leaves behind where a browser loads it as it stands. */
declare var SimplePeer: typeof import('simple-peer/simplepeer.min.js');
