import * as fc from 'fast-check';
import { contributions } from './contributions';
import { type Process, supply, SupplyFaults, type SupplyInput } from './index';
import { readInput } from './read-input';
import { solve } from './solve';

const faultsOf = (input: unknown) => {
  try {
    supply(input as SupplyInput);
  } catch (error) {
    if (error instanceof SupplyFaults) return error.faults;
    throw error;
  }
  throw new Error('should have been refused');
};
/** A process with one product. */
type Simple = Process & { product: string; output: string | number; inputs?: Record<string, string | number> };

const makes = (product: string, inputs: Simple['inputs'] = {}, co2: Simple['output'] = 1): Simple => ({
  id: product.toUpperCase(),
  product,
  output: 1,
  inputs,
  emissions: { CO2: co2 },
});

/** Up to eight products that may need each other; each column of needs adds up to less than 1, so all can be made. */
const networks = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc
    .tuple(
      fc.array(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
      fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: n, maxLength: n }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: n, maxLength: n }),
    )
    .map(([needs, emitted, outputs]) =>
      emitted.map((co2, j): Simple => {
        const output = outputs[j]!;
        const inputs = needs[j]!.flatMap((need, i) =>
          need % 3 ? [[`p${i}`, String((need * output) / 1000)] as const] : [],
        );
        return { id: `m${j}`, product: `p${j}`, output, inputs: Object.fromEntries(inputs), emissions: { CO2: co2 } };
      }),
    ),
);

/** An independent answer: fractions of whole numbers, Gauss-Jordan. */
function exactly(processes: Simple[]): Map<string, number> {
  type Fraction = [bigint, bigint];
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
  const norm = ([a, b]: Fraction): Fraction => {
    const g = gcd(a, b) || 1n;
    return b < 0n ? [-a / g, -b / g] : [a / g, b / g];
  };
  const parse = (value: string | number): Fraction => {
    const [whole = '', part = ''] = String(value).split('.');
    return norm([BigInt(whole + part), 10n ** BigInt(part.length)]);
  };
  const sub = ([a, b]: Fraction, [c, d]: Fraction): Fraction => norm([a * d - c * b, b * d]);
  const mul = ([a, b]: Fraction, [c, d]: Fraction): Fraction => norm([a * c, b * d]);
  const div = (x: Fraction, [c, d]: Fraction): Fraction => mul(x, [d, c]);
  const names = processes.map(({ product }) => product);
  const rows = processes.map(({ inputs = {}, emissions = {}, output }, j) => [
    ...names.map((name, i) => sub(i === j ? [1n, 1n] : [0n, 1n], div(parse(inputs[name] ?? 0), parse(output)))),
    div(parse(emissions.CO2 ?? 0), parse(output)),
  ]);
  for (let k = 0; k < rows.length; k++) {
    const pivot = rows.findIndex((row, i) => i >= k && row[k]![0] !== 0n);
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const by = rows[k]![k]!;
    rows[k] = rows[k]!.map((cell) => div(cell, by));
    for (const [i, row] of rows.entries())
      if (i !== k) rows[i] = row.map((cell, c) => sub(cell, mul(row[k]!, rows[k]![c]!)));
  }
  return new Map(names.map((name, i) => [name, Number(rows[i]!.at(-1)![0]) / Number(rows[i]!.at(-1)![1])]));
}

describe('footprints', () => {
  it('are those of exact fractions', () => {
    fc.assert(
      fc.property(networks, (processes) => {
        const { footprints } = supply({ gwp: { CO2: 1 }, processes });
        for (const [product, want] of exactly(processes)) {
          const scale = Math.max(1, Math.abs(want));
          expect(Math.abs(footprints[product]!.co2e! - want) / scale).toBeLessThan(1e-10);
        }
      }),
    );
  });

  it('are the same, bit by bit, in whatever order the processes stand', () => {
    fc.assert(
      fc.property(networks, fc.integer(), (processes, seed) => {
        const mixed = [...processes].sort(
          (a, b) => ((a.id.charCodeAt(1) * seed) % 7) - ((b.id.charCodeAt(1) * seed) % 7),
        );
        expect(supply({ gwp: { CO2: 1 }, processes: mixed })).toEqual(supply({ gwp: { CO2: 1 }, processes }));
      }),
    );
  });

  it('grow with emissions in proportion, gas by gas', () => {
    fc.assert(
      fc.property(networks, (processes) => {
        const doubled = processes.map((p) => ({
          ...p,
          emissions: { CO2: 2 * Number(p.emissions!.CO2), CH4: p.emissions!.CO2! },
        }));
        const once = supply({ gwp: { CO2: 1 }, processes }).footprints;
        const twice = supply({ gwp: { CO2: 1, CH4: 28 }, processes: doubled }).footprints;
        for (const [product, { CO2 }] of Object.entries(once)) {
          expect(twice[product]!.CO2).toBeCloseTo(2 * CO2!, 8);
          expect(twice[product]!.co2e).toBeCloseTo(30 * CO2!, 6);
        }
      }),
    );
  });

  it('hold in circles too large for a dense solve', () => {
    const n = 1_000;
    const processes = Array.from({ length: n }, (_, i) =>
      makes(`p${i}`, { [`p${(i + 1) % n}`]: 0.6, [`p${(i * 7 + 4) % n}`]: 0.2 }, i + 1),
    );
    const { system } = readInput({ gwp: { CO2: 1 }, processes });
    const [column] = solve(system);
    // Everything emitted is in the final demand: what each takes and what is taken of each is 0.8.
    const sum = column!.reduce((a, b) => a + b, 0);
    expect(sum / ((n * (n + 1)) / 2 / 0.2)).toBeCloseTo(1, 9);
  });

  it('count credits, uptake and own use', () => {
    const { footprints, uncharacterised } = supply({
      gwp: { CO2: '1' },
      processes: [
        { id: 'A', product: 'a', output: '2', inputs: { a: '0.5', b: '-1' }, emissions: { CO2: '-3', dust: '1' } },
        makes('b', {}, 4),
      ],
    });
    expect(footprints.a!.co2e).toBeCloseTo((-1.5 - 0.5 * 4) / 0.75, 12);
    expect(uncharacterised).toEqual(['dust']);
  });
});

describe('contributions', () => {
  it('add up to the figure at every level', () => {
    fc.assert(
      fc.property(networks, (processes) => {
        const { system } = readInput({ gwp: { CO2: 1 }, processes });
        const [column] = solve(system);
        const check = (node: ReturnType<typeof contributions>): void => {
          const sum = node.direct + node.remainder + node.children.reduce((total, child) => total + child.value, 0);
          expect(Math.abs(sum - node.value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(node.value)));
          node.children.forEach(check);
        };
        check(contributions(system, column!, system.direct[0]!, 'p0', { depth: 4, threshold: 0 }));
      }),
    );
  });
});

describe('refused', () => {
  it('is a circle that needs more than it makes, by its products and gain', () => {
    const [fault] = faultsOf({ gwp: { CO2: 1 }, processes: [makes('a', { b: 1.2 }), makes('b', { a: 0.9 })] });
    expect(fault).toMatchObject({ code: 'LOOP_GAIN', params: { products: 'a, b', gain: '1.08' } });
    expect(fault!.message.zh).toContain('1 单位 a 需要 1.2 b');
    expect(faultsOf({ gwp: {}, processes: [makes('a', { a: 1 })] })[0]).toMatchObject({
      code: 'LOOP_GAIN',
      params: { gain: '1' },
    });
  });

  it('is each impossible circle, and no possible one', () => {
    const gains = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(gains, (tenths) => {
        const processes = tenths.map((t, i) => makes(`p${i}`, { [`p${(i + 1) % tenths.length}`]: t / 10 }));
        const gain = tenths.reduce((product, t) => product * (t / 10), 1);
        if (gain < 0.999) expect(() => supply({ gwp: {}, processes })).not.toThrow();
        else if (gain > 1.001) expect(faultsOf({ gwp: {}, processes }).map(({ code }) => code)).toEqual(['LOOP_GAIN']);
      }),
    );
  });

  it('is every fault at once, by process and field', () => {
    const faults = faultsOf({
      gwp: { CO2: 'x' },
      processes: [
        { id: 'A', product: 'a', output: '0', inputs: { ghost: 1 }, emissions: { CO2: '1,5' }, colour: 'red' },
        { id: 'A', product: 'a', output: 1, inputs: {}, emissions: {} },
        { product: 'c', inputs: { a: null } },
      ],
    });
    expect(faults.map(({ row, column, code }) => [row, column, code].join(' '))).toEqual([
      ' CO2 NOT_A_NUMBER',
      'A colour UNKNOWN_COLUMN',
      'A output OUT_OF_RANGE',
      'A emissions.CO2 NOT_A_NUMBER',
      '#3 id REQUIRED',
      '#3 output REQUIRED',
      '#3 inputs.a REQUIRED',
      'A id DUPLICATE_KEY',
      'A product DUPLICATE_PRODUCT',
      'A inputs.ghost UNKNOWN_PRODUCT',
    ]);
    expect(faultsOf({ gwp: {}, processes: [] })[0]!.code).toBe('EMPTY_TABLE');
  });
});

describe('co-products, losses and units', () => {
  const convert = (from: string, to: string) =>
    from === to ? 1 : ({ 'kg t': 0.001, 't kg': 1000 } as Record<string, number>)[`${from} ${to}`];
  const used = (input: object, unit = 't'): SupplyInput => ({
    gwp: { CO2: 1 },
    processes: [
      { id: 'W', product: 'wool', output: 1, unit, emissions: { CO2: 10 } },
      { id: 'Y', product: 'yarn', output: 2, inputs: { wool: input as never }, emissions: { CO2: 4 } },
    ],
  });

  it('share out, make up for what is lost, convert', () => {
    const { footprints } = supply({
      gwp: { CO2: 1 },
      processes: [
        {
          id: 'G',
          products: [
            { product: 'down', output: 5, share: '0.7' },
            { product: 'meat', output: 20, share: '0.3' },
          ],
          emissions: { CO2: 100 },
        },
      ],
    });
    expect([footprints.down!.co2e, footprints.meat!.co2e]).toEqual([14, 1.5]);
    const lost = supply(used({ amount: '900', unit: 'kg', loss: '0.1' }), convert).footprints;
    expect(lost.yarn!.co2e).toBeCloseTo((10 * 1 + 4) / 2, 12);
  });

  it('add up to the whole process, however it is shared out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const whole = parts.reduce((a, b) => a + b, 0);
        const rest =
          100_000 - parts.slice(0, -1).reduce((sum, part) => sum + Math.floor((part / (whole || 1)) * 1e5), 0);
        const shares = parts.map((part, i) =>
          i + 1 === parts.length ? rest : Math.floor((part / (whole || 1)) * 1e5),
        );
        const { footprints } = supply({
          gwp: { CO2: 1 },
          processes: [
            {
              id: 'P',
              products: shares.map((share, i) => ({ product: `p${i}`, output: i + 1, share: `${share}e-5` })),
              emissions: { CO2: 7 },
            },
          ],
        });
        const sum = shares.reduce((total, _, i) => total + footprints[`p${i}`]!.co2e! * (i + 1), 0);
        expect(sum).toBeCloseTo(7, 10);
      }),
    );
  });

  it('are refused by name: shares that are no whole, all lost, another dimension', () => {
    const shared = (...shares: string[]) => ({
      gwp: {},
      processes: [{ id: 'P', products: shares.map((share, i) => ({ product: `p${i}`, output: 1, share })) }],
    });
    expect(faultsOf(shared('0.1', '0.2', '0.6'))).toMatchObject([
      { row: 'P', column: 'products', code: 'ALLOCATION_NOT_WHOLE' },
    ]);
    expect(() => supply(shared('0.1', '0.2', '0.7'))).not.toThrow();
    expect(faultsOf(used({ amount: 1, loss: 1 }))).toMatchObject([
      { row: 'Y', column: 'inputs.wool', code: 'TOTAL_LOSS' },
    ]);
    expect(faultsOf(used({ amount: 1, unit: 'kWh' }))).toMatchObject([
      { row: 'Y', column: 'inputs.wool', code: 'UNIT_DIMENSION' },
    ]);
    const both = { gwp: {}, processes: [{ id: 'P', product: 'p', output: 1, products: [] }] };
    expect(faultsOf(both).map(({ code }) => code)).toContain('UNKNOWN_COLUMN');
  });
});
