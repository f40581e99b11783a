import { Device, type types } from 'mediasoup-client';
import { openBarePage, openDevices, setState } from './bare-page.ts';

interface Peer {
  readonly routerRtpCapabilities: types.RtpCapabilities;
  readonly send: types.TransportOptions;
  readonly receive: types.TransportOptions;
  readonly producerIds: string[];
}

const { socket, proposeButton, acceptButton, local, remote } = openBarePage();
const incoming = new MediaStream();
let consume: ((producerId: string) => Promise<void>) | undefined;
const early: string[] = [];

socket.on('produced', (producerId: string) => {
  if (consume) void consume(producerId);
  else early.push(producerId);
});

/** Everything in one answer, as few round trips as mediasoup allows. */
const join = async () => {
  const peer: Peer = await socket.emitWithAck('join');
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: peer.routerRtpCapabilities });
  const send = device.createSendTransport(peer.send);
  const receive = device.createRecvTransport(peer.receive);
  for (const transport of [send, receive]) {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      socket.emitWithAck('connect-transport', transport.id, dtlsParameters).then(done, failed);
    });
  }
  send.on('produce', ({ kind, rtpParameters }, done, failed) => {
    socket.emitWithAck('produce', kind, rtpParameters).then((id: string) => done({ id }), failed);
  });
  consume = async producerId => {
    const options: types.ConsumerOptions = await socket.emitWithAck('consume', producerId, device.recvRtpCapabilities);
    const consumer = await receive.consume(options);
    socket.emit('resume', consumer.id);
    incoming.addTrack(consumer.track);
    if (consumer.kind === 'video') remote.srcObject = incoming;
  };
  for (const producerId of new Set([...peer.producerIds, ...early])) void consume(producerId);
  return send;
};

const produce = async (send: types.Transport, stream: MediaStream) => {
  await Promise.all(stream.getTracks().map(track => send.produce({ track })));
};

proposeButton.addEventListener('click', async () => {
  const stream = await openDevices();
  local.srcObject = stream;
  socket.on('accepted', async () => produce(await join(), stream));
  socket.emit('propose');
  setState('proposed');
});

acceptButton.addEventListener('click', async () => {
  const stream = await openDevices();
  local.srcObject = stream;
  socket.emit('accept');
  await produce(await join(), stream);
});
