/** PACT product carbon footprints: model, linter, events, filters, projection to version 2.3. Pure: no Nest, no Postgres. */
export { type Criteria, matches, readCriteria, type Searchable, searchable } from './event/criteria';
export {
  EVENT_KINDS,
  EventFault,
  type EventKind,
  type PactEvent,
  type PactVersion,
  readEvent,
  writeEvent,
} from './event/event';
export { DECLARED_UNITS } from './lint/fields';
export { errorsOf, lintFootprint } from './lint/lint';
export { momentOf, yearsLater } from './lint/moment';
export { PARTS } from './lint/rules';
export { decimalOf } from './lint/shape';
export { type CarbonFootprint, type Finding, PACT_STATUSES, type PactStatus, type ProductFootprint } from './model';
export { toVersion2 } from './v2/project';
