import type { Instance, SignalData } from 'simple-peer';
import SimplePeer from 'simple-peer';
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

acceptButton.addEventListener('click', async () => {
  const stream = await openDevices();
  local.srcObject = stream;
  socket.emit('accept');
  connect(false, stream);
});
