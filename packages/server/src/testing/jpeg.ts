/** As much of a JPEG (ITU-T T.81) as says how large it is: no picture comes of it. `filler`: bytes in its comment. */
export function jpegOf(width: number, height: number, filler = 16): Buffer<ArrayBuffer> {
  const segment = (marker: number, content: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xfe, Buffer.alloc(filler, 'x')),
    segment(0xc0, frame),
    Buffer.from([0xff, 0xd9]),
  ]);
}
