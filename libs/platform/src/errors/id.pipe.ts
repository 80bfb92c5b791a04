import { Injectable, type PipeTransform } from '@nestjs/common';
import { refuse } from './platform.messages';

/** Ids are UUIDs; an address with anything else names nothing. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) throw refuse('NOT_FOUND');
    return value.toLowerCase();
  }
}
