import { expect, test } from 'vitest';
import { withStartBitrate } from './start-bitrate.ts';

const sdp = [
  'v=0',
  'a=group:BUNDLE 0 1',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 102',
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 nack',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:102 H264/90000',
  'a=fmtp:102 packetization-mode=1;profile-level-id=42e01f',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  '',
].join('\r\n');

test('each video codec gets a start bitrate, and nothing else changes', () => {
  const lines = withStartBitrate(sdp).split('\r\n');
  const before = sdp.split('\r\n');
  expect(lines.filter(line => !before.includes(line))).toEqual([
    'a=fmtp:96 x-google-start-bitrate=1000',
    'a=fmtp:102 packetization-mode=1;profile-level-id=42e01f;x-google-start-bitrate=1000',
  ]);
  expect(lines.indexOf('a=fmtp:96 x-google-start-bitrate=1000')).toBe(lines.indexOf('a=rtpmap:96 VP8/90000') + 1);
  expect(lines).toHaveLength(before.length + 1);
});

test('a description without video stays as it is', () => {
  const audioOnly = sdp.slice(0, sdp.indexOf('m=video'));
  expect(withStartBitrate(audioOnly)).toBe(audioOnly);
});
