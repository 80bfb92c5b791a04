import { ApiProperty } from '@nestjs/swagger';
import { MovedFigureDto } from '../shadow/shadow.dto';

export class RestatementDto {
  @ApiProperty()
  set: string;

  @ApiProperty({ type: [MovedFigureDto] })
  figures: MovedFigureDto[];

  @ApiProperty({ type: [String], description: 'factors whose gases are known apart: they are restated' })
  restated: string[];

  @ApiProperty({ type: [String], description: 'factors of which only CO2e is known: they stay as they are' })
  asTheyAre: string[];
}
