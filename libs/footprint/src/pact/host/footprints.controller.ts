import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { type Criteria, EventFault, type ProductFootprint, readCriteria, toVersion2 } from '@qingheng/pact';
import { Public, UnitOfWork } from '@qingheng/platform';
import type { Request, Response } from 'express';
import { actorOfPartner, type Partner } from '../partner/partner';
import { FootprintStore, type Place } from '../store/footprint-store';
import { CurrentPartner, PactGuard } from './pact.guard';
import { PactFault } from './pact-errors';
import { nextLink } from './page-link';

const PAGE = 100;
const MOST = 1_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const FILTERS = [
  'productId',
  'companyId',
  'geography',
  'classification',
  'validOn',
  'validAfter',
  'validBefore',
  'status',
  'limit',
];
const describeFilters = (): MethodDecorator => (target, key, descriptor) => {
  for (const name of FILTERS) ApiQuery({ name, required: false, type: String })(target, key, descriptor);
};
const OF_FOOTPRINTS = { type: 'object', properties: { data: { type: 'array', items: { type: 'object' } } } };

@ApiTags('pact')
@Controller('pact')
@Public()
@UseGuards(PactGuard)
@Throttle({ default: { limit: 6_000, ttl: 60_000 } })
export class PactFootprintsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: FootprintStore,
  ) {}

  @Get('3/footprints')
  @ApiOperation({ summary: 'PACT 3: ListFootprints; further pages by the Link header' })
  @describeFilters()
  @ApiOkResponse({ schema: OF_FOOTPRINTS })
  async list(
    @CurrentPartner() partner: Partner,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { items, next } = await this.read(partner, query, criteriaOf(query));
    if (next) response.setHeader('Link', nextLink(request, cursorOf(next)));
    response.type('application/json').send(`{"data":[${items.join(',')}]}`);
  }

  @Get('3/footprints/:id')
  @ApiOperation({ summary: 'PACT 3: GetFootprint' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ schema: { type: 'object', properties: { data: { type: 'object' } } } })
  async one(@CurrentPartner() partner: Partner, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const footprint = await this.find(partner, id, 'NotFound');
    response.type('application/json').send(`{"data":${footprint}}`);
  }

  /** Version 2 leaves its own filter language to the host: a host without it ignores $filter. */
  @Get('2/footprints')
  @ApiOperation({ summary: 'PACT 2.3: the same footprints as version 2 says them' })
  @ApiQuery({ name: 'limit', required: false, type: String })
  @ApiOkResponse({ schema: OF_FOOTPRINTS })
  async listOld(
    @CurrentPartner() partner: Partner,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { items, next } = await this.read(partner, query, {});
    if (next) response.setHeader('Link', nextLink(request, cursorOf(next)));
    const data = items.flatMap((text) => toVersion2(JSON.parse(text) as ProductFootprint) ?? []);
    response.type('application/json').send(JSON.stringify({ data }));
  }

  @Get('2/footprints/:id')
  @ApiOperation({ summary: 'PACT 2.3: one footprint as version 2 says it' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ schema: { type: 'object', properties: { data: { type: 'object' } } } })
  async oneOld(@CurrentPartner() partner: Partner, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const data = toVersion2(JSON.parse(await this.find(partner, id, 'NoSuchFootprint')) as ProductFootprint);
    if (!data) throw new PactFault('NoSuchFootprint', 'Version 2 has no unit for this footprint');
    response.type('application/json').send(JSON.stringify({ data }));
  }

  private read(partner: Partner, query: Record<string, unknown>, criteria: Criteria) {
    const limit = limitOf(query.limit);
    const after = placeOf(query.cursor);
    return this.work.run(actorOfPartner(partner), (manager) =>
      this.store.page(manager, criteria, { seen: partner.products, after, limit }),
    );
  }

  private async find(partner: Partner, id: string, missing: 'NotFound' | 'NoSuchFootprint'): Promise<string> {
    const found = UUID.test(id)
      ? await this.work.run(actorOfPartner(partner), (manager) => this.store.one(manager, id, partner.products))
      : undefined;
    if (!found) throw new PactFault(missing, 'There is no footprint with this id');
    if (!found.seen) throw new PactFault('AccessDenied', 'This footprint is not shared with you');
    return found.footprint;
  }
}

function criteriaOf(query: Record<string, unknown>): Criteria {
  try {
    return readCriteria(query);
  } catch (error) {
    if (error instanceof EventFault) throw new PactFault('BadRequest', error.message);
    throw error;
  }
}

function limitOf(value: unknown): number {
  if (value === undefined || value === '') return PAGE;
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value))
    throw new PactFault('BadRequest', 'limit must be a whole number from 0');
  return Math.min(Number(value), MOST);
}

const cursorOf = ({ created, id }: Place): string => Buffer.from(`${created} ${id}`).toString('base64url');

function placeOf(cursor: unknown): Place | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const [created = '', id = ''] = Buffer.from(String(cursor), 'base64url').toString().split(' ');
  if (!UUID.test(id) || Number.isNaN(Date.parse(created)))
    throw new PactFault('BadRequest', 'cursor is not one that was given out');
  return { created, id };
}
