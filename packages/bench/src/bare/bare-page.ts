import { io, type Socket } from 'socket.io-client';

/** What both bare pages have: a connection to the other one, two buttons, two pictures. */
export interface BarePage {
  readonly socket: Socket;
  readonly proposeButton: HTMLElement;
  readonly acceptButton: HTMLElement;
  readonly local: HTMLVideoElement;
  readonly remote: HTMLVideoElement;
}

const element = <E extends Element>(id: string, kind: new () => E): E => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no #${id}`);
  return found;
};

/** Says in `data-state` how far it is, for whoever drives it. */
export const setState = (state: 'online' | 'proposed' | 'asked'): void => {
  document.body.setAttribute('data-state', state);
};

/**
 * Whoever proposes has the camera before the other side is asked; whoever accepts gets it with the click, and says yes
 * once it is there: a yes that turns into a no at the browser's question is worse than one that comes a moment later.
 */
export const openBarePage = (): BarePage => {
  const room = new URLSearchParams(location.search).get('room');
  const socket = io({ transports: ['websocket'], query: { room } });
  socket.on('connect', () => setState('online'));
  socket.on('proposed', () => setState('asked'));
  return {
    socket,
    proposeButton: element('propose', HTMLButtonElement),
    acceptButton: element('accept', HTMLButtonElement),
    local: element('local', HTMLVideoElement),
    remote: element('remote', HTMLVideoElement),
  };
};

/** What Eyeline asks for: a bigger picture takes longer to its first frame. */
export const openDevices = (): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
  });
