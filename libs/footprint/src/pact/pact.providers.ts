/** The exchange, as it serves and as it works in the background. */
import { FetchHandler } from './client/fetch.handler';
import { GuardedHttp } from './client/guarded-http';
import { PartnerClient } from './client/partner-client';
import { PullHandler } from './client/pull.handler';
import { ExpiryHandler } from './expiry/expiry.handler';
import { ExchangeController } from './exchange.controller';
import { ExchangeService } from './exchange.service';
import { PactAuthController } from './host/auth.controller';
import { PactEventsController } from './host/events.controller';
import { PactFootprintsController } from './host/footprints.controller';
import { PactTokens } from './host/pact-tokens';
import { PactSchemaController } from './host/schema.controller';
import { Inbox } from './inbox/inbox.service';
import { DeliverHandler } from './outbox/deliver.handler';
import { Outbox } from './outbox/outbox.service';
import { PartnerController } from './partner/partner.controller';
import { PartnerService } from './partner/partner.service';
import { PublishService } from './publish/publish.service';
import { FootprintStore } from './store/footprint-store';
import { ReceivedStore } from './store/received-store';

const common = [FootprintStore, ReceivedStore, Outbox, GuardedHttp];

export const pactControllers = [
  PartnerController,
  ExchangeController,
  PactAuthController,
  PactFootprintsController,
  PactEventsController,
  PactSchemaController,
];
export const pactServing = [...common, PactTokens, Inbox, PartnerService, PublishService, ExchangeService];
export const pactWorking = [
  ...[...common, PartnerClient, DeliverHandler, FetchHandler, PullHandler],
  ...[PublishService, ExpiryHandler],
];
