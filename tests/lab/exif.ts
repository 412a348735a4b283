/** Rationals of EXIF: numerator and denominator, 32 bits each. */
function rationals(values: readonly number[]): Buffer {
  const out = Buffer.alloc(values.length * 8);
  values.forEach((value, i) => {
    out.writeUInt32BE(Math.round(value * 10_000), i * 8);
    out.writeUInt32BE(10_000, i * 8 + 4);
  });
  return out;
}

const degrees = (value: number): number[] => {
  const whole = Math.abs(value);
  const minutes = (whole % 1) * 60;
  return [Math.floor(whole), Math.floor(minutes), (minutes % 1) * 60];
};

interface Entry {
  tag: number;
  /** 2 ASCII, 4 long, 5 rational. */
  type: 2 | 4 | 5;
  count: number;
  value: Buffer;
}

/** One directory at `offset` of the TIFF part, values longer than four bytes behind it. */
function directory(entries: readonly Entry[], offset: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16BE(entries.length, 0);
  const tail: Buffer[] = [];
  let at = offset + head.length;
  entries.forEach(({ tag, type, count, value }, i) => {
    const place = 2 + i * 12;
    head.writeUInt16BE(tag, place);
    head.writeUInt16BE(type, place + 2);
    head.writeUInt32BE(count, place + 4);
    if (value.length <= 4) value.copy(head, place + 8);
    else {
      head.writeUInt32BE(at, place + 8);
      tail.push(value);
      at += value.length;
    }
  });
  return Buffer.concat([head, ...tail]);
}

const ascii = (tag: number, text: string): Entry => ({
  tag,
  type: 2,
  count: text.length + 1,
  value: Buffer.from(`${text}\0`),
});

/** An APP1 segment with camera, time and GPS position, as a telephone writes it. */
export function exifSegment(latitude: number, longitude: number, takenAt: number): Buffer {
  const stamp = new Date(takenAt * 1000).toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ');
  const first = (gpsAt: number): Buffer =>
    directory(
      [
        ascii(0x010f, 'Rimba'),
        ascii(0x0110, 'Rimba Note 9 Pro'),
        ascii(0x0132, stamp),
        { tag: 0x8825, type: 4, count: 1, value: long(gpsAt) },
      ],
      8,
    );
  const gpsAt = 8 + first(0).length;
  const gps = directory(
    [
      { tag: 1, type: 2, count: 2, value: Buffer.from(latitude < 0 ? 'S\0' : 'N\0') },
      { tag: 2, type: 5, count: 3, value: rationals(degrees(latitude)) },
      { tag: 3, type: 2, count: 2, value: Buffer.from(longitude < 0 ? 'W\0' : 'E\0') },
      { tag: 4, type: 5, count: 3, value: rationals(degrees(longitude)) },
    ],
    gpsAt,
  );
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\b', 'binary'), first(gpsAt), gps]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'binary'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([marker, body]);
}

function long(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value);
  return out;
}
