import { Controller, HttpCode, Param, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe } from '@qingheng/platform';
import { DoubleSampleDto, DoubleSampleQuery } from './double-sample.dto';
import { refuse } from './double-sample.messages';
import { DoubleSampleService } from './double-sample.service';

const UPLOAD = { limits: { fileSize: 20 * 1024 * 1024, files: 1 } };

@ApiTags('sinks')
@Controller('sink/projects')
export class DoubleSampleController {
  constructor(private readonly samples: DoubleSampleService) {}

  @Post(':id/double-sample')
  @AnyRole()
  @HttpCode(200)
  @UseInterceptors(FileInterceptor('file', UPLOAD))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({
    summary:
      'Regression estimate of a large first-phase sample and few plots, beside that of the plots alone; kept nowhere',
  })
  @ApiOkResponse({ type: DoubleSampleDto })
  estimate(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { stock, round }: DoubleSampleQuery,
    @UploadedFile() file: { buffer: Buffer } | undefined,
  ): Promise<DoubleSampleDto> {
    if (!file) throw refuse('UNITS_MISSING');
    return this.samples.estimate(actor, id, file.buffer, { stock, ...(round && { round: Number(round) }) });
  }
}
