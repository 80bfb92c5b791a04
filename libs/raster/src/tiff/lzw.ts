/** LZW as TIFF 6.0 packs it: codes of 9 to 12 bits, most significant bit first, widened one code early. */
const CLEAR = 256;
const END = 257;

/** Fills `out`; gives how many bytes came out, or -1 where the codes make no sense. */
export function unpackLzw(packed: Uint8Array, out: Uint8Array): number {
  const prefix = new Uint16Array(4097);
  const last = new Uint8Array(4097);
  const length = new Uint16Array(4097);
  for (let i = 0; i < 256; i++) {
    last[i] = i;
    length[i] = 1;
  }
  let next = 258;
  let bits = 9;
  let previous = -1;
  let buffer = 0;
  let held = 0;
  let at = 0;
  let done = 0;
  while (done < out.length) {
    while (held < bits) {
      if (at >= packed.length) return done;
      buffer = ((buffer << 8) | packed[at++]!) & 0xffffff;
      held += 8;
    }
    const code = (buffer >> (held - bits)) & ((1 << bits) - 1);
    held -= bits;
    if (code === END) return done;
    if (code === CLEAR) {
      next = 258;
      bits = 9;
      previous = -1;
      continue;
    }
    if (previous === -1 ? code > 255 : code > next || code === CLEAR) return -1;
    // A code that is just being made repeats the previous string and its own first byte.
    const source = code < next || previous === -1 ? code : previous;
    let end = done + length[source]!;
    const size = end - done + (source === code ? 0 : 1);
    for (let c = source, i = end - 1; ; i--) {
      if (i < out.length) out[i] = last[c]!;
      if (i === done) break;
      c = prefix[c]!;
    }
    const first = out[done]!;
    if (source !== code && end < out.length) out[end++] = first;
    if (previous !== -1 && next < 4096) {
      prefix[next] = previous;
      last[next] = first;
      length[next] = length[previous]! + 1;
      next++;
      if (next >= (1 << bits) - 1 && bits < 12) bits++;
    }
    previous = code;
    done += size;
  }
  return out.length;
}
