import { sampleFootprint } from '../../../../tests/support/pact';
import { matches, readCriteria } from './criteria';
import { EventFault, readEvent, writeEvent } from './event';

const published = {
  type: 'org.wbcsd.pact.ProductFootprint.PublishedEvent.3',
  specversion: '1.0',
  id: 'run/15',
  source: 'https://partner.example',
  time: '2026-01-01T00:00:00Z',
  data: { pfIds: ['3a6c14a7-4deb-498a-b5ea-16ce2535b576'] },
};

it('reads an event and writes it back as it was', () => {
  const event = readEvent(published, '3');
  expect(event.kind).toBe('published');
  expect(writeEvent(event, '3')).toEqual(published);
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['another version', { ...published, specversion: '0.3' }],
  ['no id', { ...published, id: '' }],
  ['no source', { ...published, source: undefined }],
  ['no time', { ...published, time: 'yesterday' }],
  ['no data', { ...published, data: undefined }],
  ['a type of version 2', { ...published, type: 'org.wbcsd.pathfinder.ProductFootprint.Published.v1' }],
  ['ids that are no UUIDs', { ...published, data: { pfIds: ['urn:gtin:4712345060507'] } }],
  ['no ids', { ...published, data: { pfIds: [] } }],
])('refuses %s', (_, value) => {
  expect(() => readEvent(value, '3')).toThrow(EventFault);
});

describe('criteria', () => {
  const footprint = sampleFootprint();
  const finds = (given: Record<string, unknown>): boolean => matches(footprint, readCriteria(given));

  it.each<[Record<string, unknown>, boolean]>([
    [{}, true],
    [{ productId: 'URN:pact:mill.example:product-id:YARN-2-26' }, true],
    [{ productId: ['urn:pact:null', footprint.productIds[0]] }, true],
    [{ productId: 'urn:pact:null' }, false],
    [{ productId: footprint.productIds[0], companyId: 'abc' }, false],
    [{ geography: 'cn-nm' }, true],
    [{ geography: 'CN' }, false],
    [{ geography: '' }, true],
    [{ status: 'active' }, true],
    [{ status: 'Bogus' }, false],
    [{ validOn: '2026-02-01T00:00:00Z' }, true],
    [{ validOn: '2028-02-01T00:00:00Z' }, true],
    [{ validOn: '2028-02-01T08:00:00 08:00' }, true],
    [{ validOn: '1900-01-01T00:00:00Z' }, false],
    [{ validAfter: '2026-02-01T00:00:00Z' }, false],
    [{ validAfter: '2026-01-31T23:59:59Z' }, true],
    [{ validBefore: '2028-02-01T00:00:00Z' }, false],
    [{ validBefore: '2028-02-01T00:00:01Z' }, true],
    [{ 'x-mill-colour': 'red' }, true],
  ])('%j: %p', (given, expected) => {
    expect(finds(given)).toBe(expected);
  });

  it('takes three years from the end of the period where no validity is given', () => {
    const open = sampleFootprint({ validityPeriodStart: undefined, validityPeriodEnd: undefined });
    const on = (validOn: string): boolean => matches(open, readCriteria({ validOn }));
    expect([on('2026-01-01T00:00:00Z'), on('2029-01-01T00:00:00Z')]).toEqual([true, true]);
    expect([on('2025-12-31T23:59:59Z'), on('2029-01-01T00:00:01Z')]).toEqual([false, false]);
  });

  it('refuses a day without a zone and a moment given twice', () => {
    expect(() => readCriteria({ validOn: '2026-01-01' })).toThrow(EventFault);
    expect(() => readCriteria({ validOn: ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'] })).toThrow(EventFault);
  });
});
