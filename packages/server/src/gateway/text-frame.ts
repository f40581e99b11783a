const textOpcode = 0x81;

/** A text as a WebSocket frame of a server's (RFC 6455, 5.2): in one piece, and not masked. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const begin = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(begin + length);
  frame[0] = textOpcode;
  if (begin === 2) frame[1] = length;
  else if (begin === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, begin);
  return frame;
}
