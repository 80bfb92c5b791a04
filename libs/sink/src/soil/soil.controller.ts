import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole } from '@qingheng/platform';
import { refuse } from '../credit.messages';
import { courseOf, NoRest } from './course';
import { SoilCourseDto, SoilWishDto } from './soil.dto';

@ApiTags('sinks')
@Controller('sink/soil')
export class SoilController {
  @Post('course')
  @AnyRole()
  @HttpCode(200)
  @ApiOperation({
    summary: 'RothC: calibrated to the measured carbon, then with the inputs of a project; information only',
  })
  @ApiOkResponse({ type: SoilCourseDto })
  course(@Body() wish: SoilWishDto): SoilCourseDto {
    try {
      return courseOf(wish);
    } catch (error) {
      if (error instanceof NoRest) throw refuse('SOIL_NO_REST');
      throw error;
    }
  }
}
