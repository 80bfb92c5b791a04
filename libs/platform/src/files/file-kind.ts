/** What a file is, by its first bytes: a name or a header says only what its sender wants it to be. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'zip', 'parquet', 'text'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** So many bytes are enough to tell. */
export const HEAD_BYTES = 4096;

const SIGNATURES: [FileKind, number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]], // Excel workbooks are zip files
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];

/** Undefined for what nobody needs to upload. */
export function kindOf(head: Buffer): FileKind | undefined {
  const found = SIGNATURES.find(([, bytes]) => head.subarray(0, bytes.length).equals(Buffer.from(bytes)));
  if (found) return found[0];
  return isText(head) ? 'text' : undefined;
}

/** UTF-8 without control characters; a character that is cut off at the end of the head does not count. */
function isText(head: Buffer): boolean {
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text.decode(head, { stream: head.length >= HEAD_BYTES }));
  } catch {
    return false;
  }
}
