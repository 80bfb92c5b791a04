/** CloudEvents 1.0 in structured JSON as PACT uses them, version 3 and version 2 of the exchange. */

const V3 = 'org.wbcsd.pact.ProductFootprint.';
const V2 = 'org.wbcsd.pathfinder.';

export const EVENT_KINDS = ['created', 'fulfilled', 'rejected', 'published'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const TYPES: Record<PactVersion, Record<EventKind, string>> = {
  '3': {
    created: `${V3}RequestCreatedEvent.3`,
    fulfilled: `${V3}RequestFulfilledEvent.3`,
    rejected: `${V3}RequestRejectedEvent.3`,
    published: `${V3}PublishedEvent.3`,
  },
  '2': {
    created: `${V2}ProductFootprintRequest.Created.v1`,
    fulfilled: `${V2}ProductFootprintRequest.Fulfilled.v1`,
    rejected: `${V2}ProductFootprintRequest.Rejected.v1`,
    published: `${V2}ProductFootprint.Published.v1`,
  },
};

export type PactVersion = '2' | '3';

export interface PactEvent {
  kind: EventKind;
  id: string;
  source: string;
  time: string;
  data: Record<string, unknown>;
}

/** An event that cannot be taken; the message is for the partner's engineers. */
export class EventFault extends Error {}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Throws EventFault. What the data of each kind must hold is checked as well; the footprints in it are not linted here. */
export function readEvent(value: unknown, version: PactVersion): PactEvent {
  if (!isTree(value)) throw new EventFault('the body is no CloudEvent');
  const { type, specversion, id, source, time, data } = value;
  if (specversion !== '1.0') throw new EventFault('specversion must be "1.0"');
  if (!isText(id) || id.length > 500) throw new EventFault('id must be a non-empty string');
  if (!isText(source) || source.length > 2000) throw new EventFault('source must be a non-empty string');
  if (!isText(time) || Number.isNaN(Date.parse(time))) throw new EventFault('time must be a date-time');
  if (!isTree(data)) throw new EventFault('data must be an object');
  const kind = EVENT_KINDS.find((one) => TYPES[version][one] === type);
  if (!kind) throw new EventFault(`type must be one of ${Object.values(TYPES[version]).join(', ')}`);
  checkData(kind, data, version);
  return { kind, id, source, time, data };
}

function checkData(kind: EventKind, data: Record<string, unknown>, version: PactVersion): void {
  if (kind === 'published') {
    const { pfIds } = data;
    if (!Array.isArray(pfIds) || !pfIds.length || pfIds.length > 10_000 || !pfIds.every((id) => UUID.test(String(id))))
      throw new EventFault('data.pfIds must be a list of UUIDs');
  }
  if ((kind === 'fulfilled' || kind === 'rejected') && !isText(data.requestEventId))
    throw new EventFault('data.requestEventId must be a non-empty string');
  if (kind === 'fulfilled') {
    const { pfs } = data;
    if (!Array.isArray(pfs) || !pfs.length || !pfs.every(isTree))
      throw new EventFault('data.pfs must hold at least one footprint');
  }
  if (kind === 'rejected') {
    const { error } = data;
    if (!isTree(error) || !isText(error.code) || !isText(error.message))
      throw new EventFault('data.error must hold code and message');
  }
  if (kind === 'created' && version === '2' && !isTree(data.pf)) throw new EventFault('data.pf must be an object');
}

/** The event as it is sent. */
export function writeEvent(event: PactEvent, version: PactVersion): Record<string, unknown> {
  const { kind, id, source, time, data } = event;
  return { type: TYPES[version][kind], specversion: '1.0', id, source, time, data };
}
