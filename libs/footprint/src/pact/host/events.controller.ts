import { Body, Controller, Headers, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { EventFault, type PactVersion, readEvent } from '@qingheng/pact';
import { Public, requestIdOf } from '@qingheng/platform';
import type { Request } from 'express';
import { Inbox } from '../inbox/inbox.service';
import type { Partner } from '../partner/partner';
import { CurrentPartner, PactGuard } from './pact.guard';
import { PactFault } from './pact-errors';

@ApiTags('pact')
@Controller('pact')
@Public()
@UseGuards(PactGuard)
@Throttle({ default: { limit: 1_200, ttl: 60_000 } })
export class PactEventsController {
  constructor(private readonly inbox: Inbox) {}

  @Post('3/events')
  @HttpCode(200)
  @ApiConsumes('application/cloudevents+json')
  @ApiBody({ schema: { type: 'object', description: 'CloudEvent 1.0, structured mode' } })
  @ApiOperation({ summary: 'PACT 3: Events (requests, answers, publications)' })
  @ApiOkResponse({ description: 'Accepted; no body' })
  take(
    @CurrentPartner() partner: Partner,
    @Body() body: unknown,
    @Req() request: Request,
    @Headers('content-type') type?: string,
  ): Promise<void> {
    return this.receive(partner, body, '3', request, type);
  }

  @Post('2/events')
  @HttpCode(200)
  @ApiConsumes('application/cloudevents+json')
  @ApiBody({ schema: { type: 'object', description: 'CloudEvent 1.0, structured mode' } })
  @ApiOperation({ summary: 'PACT 2.3: Events' })
  @ApiOkResponse({ description: 'Accepted; no body' })
  takeOld(
    @CurrentPartner() partner: Partner,
    @Body() body: unknown,
    @Req() request: Request,
    @Headers('content-type') type?: string,
  ): Promise<void> {
    return this.receive(partner, body, '2', request, type);
  }

  private async receive(
    partner: Partner,
    body: unknown,
    version: PactVersion,
    request: Request,
    type = '',
  ): Promise<void> {
    if (!/^application\/cloudevents\+json\s*(;|$)/i.test(type))
      throw new PactFault('BadRequest', 'Content-Type must be application/cloudevents+json');
    try {
      await this.inbox.receive(partner, readEvent(body, version), { version, requestId: requestIdOf(request) });
    } catch (error) {
      if (error instanceof EventFault) throw new PactFault('BadRequest', error.message);
      throw error;
    }
  }
}
