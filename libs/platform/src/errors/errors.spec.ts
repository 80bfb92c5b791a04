import 'reflect-metadata';
import { type ArgumentsHost, BadRequestException, Logger, NotFoundException } from '@nestjs/common';
import { SheetFaults } from '@qingheng/sheet';
import { IsInt, IsNotEmpty, IsString, Max, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { QueryFailedError } from 'typeorm';
import {
  IdPipe,
  languageOf,
  ProblemFilter,
  refuse,
  registerMessages,
  type Refusal,
  toRefusal,
  validationPipe,
} from './index';

Logger.overrideLogger(false); // errors nobody foresaw are logged

class Inner {
  @IsString()
  @IsNotEmpty()
  unit!: string;
}

class Body {
  @IsString()
  @MaxLength(3)
  name!: string;

  @IsInt()
  @Max(5)
  count!: number;

  @ValidateNested()
  @Type(() => Inner)
  inner!: Inner;
}

function render(error: unknown, headers: Record<string, string> = {}) {
  const sent = { status: 0, headers: {} as Record<string, string>, body: '' };
  const response = {
    headersSent: false,
    status: (s: number) => ((sent.status = s), response),
    setHeader: (k: string, v: string) => ((sent.headers[k] = v), response),
    type: (t: string) => ((sent.headers['Content-Type'] = t), response),
    send: (b: string) => ((sent.body = b), response),
  };
  const http = { getRequest: () => ({ id: 'r-1', headers }), getResponse: () => response };
  new ProblemFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return { ...sent, problem: JSON.parse(sent.body) };
}

describe('languageOf', () => {
  it.each([
    [undefined, 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['en;q=0.5, zh-CN;q=0.7', 'zh'],
    ['fr, de;q=0.3', 'zh'],
    ['en;q=0', 'zh'],
  ] as const)('%s is %s', (header, language) => expect(languageOf(header)).toBe(language));
});

describe('problem documents', () => {
  it('speak Chinese unless English is asked for, and carry code, params and request id', () => {
    const refusal = refuse('TOO_MANY_REQUESTS', { retryAfter: 7 });
    const zh = render(refusal);
    expect(zh.problem).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS', title: '请求过多', requestId: 'r-1' });
    expect(zh.problem.detail).toContain('7 秒');
    expect(zh.headers).toMatchObject({ 'Retry-After': '7', 'Content-Type': 'application/problem+json' });
    expect(render(refusal, { 'accept-language': 'en' }).problem.detail).toBe(
      'Too many requests; try again in 7 seconds',
    );
  });

  it('say nothing about an error nobody foresaw', () => {
    const { status, body } = render(new Error('password=hunter2 at /srv/secret.ts'));
    expect(status).toBe(500);
    expect(JSON.parse(body)).toMatchObject({ code: 'INTERNAL', requestId: 'r-1' });
    expect(body).not.toContain('hunter2');
  });

  it('map what frameworks and the database throw', () => {
    expect(toRefusal(new NotFoundException())?.code).toBe('NOT_FOUND');
    expect(toRefusal(new BadRequestException('Unexpected token } in JSON at position 3'))?.code).toBe('MALFORMED_BODY');
    expect(toRefusal(Object.assign(new Error(), { status: 413, expose: true }))?.code).toBe('PAYLOAD_TOO_LARGE');
    const unique = Object.assign(new Error('duplicate key'), { code: '23505' });
    expect(toRefusal(new QueryFailedError('INSERT', [], unique))).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(toRefusal(new QueryFailedError('SELECT', [], new Error('syntax')))).toBeUndefined();
    const bytes = Object.assign(new Error('invalid byte sequence'), { code: '22021' });
    expect(toRefusal(new QueryFailedError('INSERT', [], bytes))).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    const gone = Object.assign(new Error('terminating connection'), { code: '57P01' });
    expect(toRefusal(new QueryFailedError('SELECT', [], gone))).toMatchObject({ status: 503, code: 'BUSY' });
    expect(toRefusal(Object.assign(new Error(), { code: 'ECONNREFUSED' }))).toMatchObject({ status: 503 });
    const fault = { code: 'REQUIRED', table: 't', message: { zh: '缺', en: 'missing' } };
    expect(toRefusal(new SheetFaults([fault]))).toMatchObject({ status: 422, faults: [fault] });
  });
});

describe('the catalogue', () => {
  it('fills templates, types their parameters and refuses two meanings of one code', () => {
    const refuseHere = registerMessages({ TEST_LATE: { status: 409, zh: '{day} 已过', en: '{day} is over' } });
    expect(render(refuseHere('TEST_LATE', { day: '1 May' }), { 'accept-language': 'en' }).problem.detail).toBe(
      '1 May is over',
    );
    // @ts-expect-error a parameter of the template is missing
    refuseHere('TEST_LATE', {});
    expect(() => registerMessages({ TEST_LATE: { status: 400, zh: '', en: 'other' } })).toThrow('TEST_LATE');
  });
});

describe('validation', () => {
  const check = (value: object) =>
    validationPipe()
      .transform(value, { type: 'body', metatype: Body })
      .then(
        () => [],
        (refusal: Refusal) => refusal.faults,
      );

  it('passes good input', async () => expect(await check({ name: 'a', count: 1, inner: { unit: 't' } })).toEqual([]));

  it('names every wrong field in both languages', async () => {
    const faults = await check({ name: 'abcd', count: 9, inner: { unit: '' }, extra: 1 });
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          column: 'name',
          code: 'OUT_OF_RANGE',
          message: expect.objectContaining({ zh: '最多 3 个字符' }),
        }),
        expect.objectContaining({
          column: 'count',
          code: 'OUT_OF_RANGE',
          message: expect.objectContaining({ zh: '不得大于 5' }),
        }),
        expect.objectContaining({ column: 'inner.unit', code: 'REQUIRED' }),
        expect.objectContaining({ column: 'extra', code: 'UNKNOWN_FIELD' }),
      ]),
    );
    expect(faults).toHaveLength(4);
  });

  it('an id that is no UUID names nothing', () => expect(() => new IdPipe().transform('1; drop')).toThrow('NOT_FOUND'));
});
