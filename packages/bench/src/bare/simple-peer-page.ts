import type { Instance, SignalData } from 'simple-peer';
import SimplePeer from 'simple-peer/simplepeer.min.js';
import { openBarePage, openDevices, setState } from './bare-page.ts';

const { socket, proposeButton, acceptButton, local, remote } = openBarePage();
let peer: Instance | undefined;
const early: SignalData[] = [];

const connect = (initiator: boolean, stream: MediaStream) => {
  const own = new SimplePeer({ initiator, stream });
  own.on('signal', signal => socket.emit('signal', signal));
  own.on('stream', incoming => {
    remote.srcObject = incoming;
  });
  for (const signal of early.splice(0)) own.signal(signal);
  peer = own;
};

socket.on('signal', (signal: SignalData) => {
  if (peer) peer.signal(signal);
  else early.push(signal);
});

proposeButton.addEventListener('click', async () => {
  const stream = await openDevices();
  local.srcObject = stream;
  socket.on('accepted', () => connect(true, stream));
  socket.emit('propose');
  setState('proposed');
});

// The offer is on its way while the camera opens.
acceptButton.addEventListener('click', async () => {
  socket.emit('accept');
  const stream = await openDevices();
  local.srcObject = stream;
  connect(false, stream);
});
