/** What a sender begins with, in kbit/s; WebRTC's own 300 holds the first large picture up for a tenth of a second. */
export const startBitrate = 1000;

const parameter = `x-google-start-bitrate=${startBitrate}`;
const isVideoCodec = (name: string) => ['VP8', 'VP9', 'H264', 'H265', 'AV1'].includes(name.toUpperCase());

/**
 * The other side's description with a start bitrate for each video codec. Browsers built on libwebrtc take it from
 * `fmtp` of the remote description; others do not know it and pass over it.
 */
export function withStartBitrate(sdp: string): string {
  return sdp
    .split(/(?=^m=)/m)
    .map(section => (section.startsWith('m=video') ? faster(section) : section))
    .join('');
}

/** In one pass: the other side may send as many codecs as fit into a description. */
function faster(section: string): string {
  const codecs = [...section.matchAll(/^a=rtpmap:(\d+) ([\w-]+)\//gm)].filter(([, , name = '']) => isVideoCodec(name));
  const payloads = new Set(codecs.map(([, payload]) => payload));
  const described = new Set([...section.matchAll(/^a=fmtp:(\d+) /gm)].map(([, payload]) => payload));
  return section.replace(/^a=(rtpmap|fmtp):(\d+) .*?(?=\r?$)/gm, (line, attribute: string, payload: string) => {
    if (!payloads.has(payload)) return line;
    if (attribute === 'fmtp') return `${line};${parameter}`;
    return described.has(payload) ? line : `${line}\r\na=fmtp:${payload} ${parameter}`;
  });
}
