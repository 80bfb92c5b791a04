import type { Fault } from '@qingheng/sheet';

export type Params = Readonly<Record<string, string | number>>;

/**
 * The service will not do what was asked, and can say why. Thrown anywhere; rendered by the problem filter as an
 * RFC 9457 document in the language of the request. A parameter `retryAfter` (seconds) also becomes the header.
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: Params = {},
    readonly faults: Fault[] = [],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
