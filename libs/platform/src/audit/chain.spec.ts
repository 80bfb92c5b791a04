import { canonical, type ChainEntry, GENESIS, hashOf, plain, storable } from './chain';

const entry: ChainEntry = {
  seq: '1',
  version: 1,
  at: new Date('2025-06-30T08:00:00.123Z'),
  actorId: 'a',
  actorName: '张三',
  organisationId: null,
  action: 'filing.submitted',
  subjectType: 'filing',
  subjectId: 'f1',
  details: { b: 1, a: [true, null, '元'] },
  requestId: null,
  prevHash: GENESIS,
};

describe('the audit chain', () => {
  it('hashes an entry the same whatever the order of its keys', () => {
    expect(hashOf({ ...entry, details: { a: [true, null, '元'], b: 1 } })).toBe(hashOf(entry));
    expect(hashOf(entry)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps the form it has: what was written years ago still verifies', () => {
    expect(canonical({ b: 1, a: [true, null, '元'] })).toBe('{"a":[true,null,"元"],"b":1}');
    expect(hashOf(entry)).toBe('30244e985430ba4f70557685c7092dee43ff6cf8fd20029583cca92ec13652cf');
  });

  it.each<[keyof ChainEntry, unknown]>([
    ['seq', '2'],
    ['at', new Date('2025-06-30T08:00:00.124Z')],
    ['actorId', null],
    ['actorName', '李四'],
    ['organisationId', 'o'],
    ['action', 'filing.approved'],
    ['subjectType', 'label'],
    ['subjectId', null],
    ['details', { b: 2, a: [true, null, '元'] }],
    ['requestId', 'r'],
    ['prevHash', 'f'.repeat(64)],
  ])('notices another %s', (field, value) => {
    expect(hashOf({ ...entry, [field]: value })).not.toBe(hashOf(entry));
  });

  it('does not guess at a version it does not know', () => {
    expect(hashOf({ ...entry, version: 2 })).toBeUndefined();
  });

  it('stores nothing that the database would refuse or change', () => {
    expect(storable('a\u0000b\uD800c\uDC00😀')).toBe('a\uFFFDb\uFFFDc\uFFFD😀');
    expect(plain(undefined)).toEqual({});
    expect(plain({ at: new Date(0), none: undefined, zero: -0 })).toEqual({ at: '1970-01-01T00:00:00.000Z', zero: 0 });
  });
});
