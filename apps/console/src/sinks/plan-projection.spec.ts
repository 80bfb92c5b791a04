import { projectionOf, snap } from './plan-projection';

const ring = [
  [121.5, 50.8],
  [121.51, 50.8],
  [121.51, 50.808],
  [121.5, 50.808],
  [121.5, 50.8],
];
const plan = projectionOf(ring);

it('finds its way back', () => {
  const [x, y] = plan.back(...plan.place([121.5037, 50.8041]));
  expect(x).toBeCloseTo(121.5037, 10);
  expect(y).toBeCloseTo(50.8041, 10);
});

it('takes the very corner that is near, before a place on a border', () => {
  const [x, y] = plan.place([121.51, 50.8]);
  expect(snap([x - 6, y - 4], [ring], plan, 14)).toBe(ring[1]);
});

it('takes the nearest place on a border, and nothing from afar', () => {
  const [x, y] = plan.place([121.507, 50.8]);
  const [on, south] = snap([x, y - 9], [ring], plan, 14)!;
  expect(on).toBeCloseTo(121.507, 10);
  expect(south).toBeCloseTo(50.8, 10);
  expect(snap([x, y - 60], [ring], plan, 14)).toBeUndefined();
});
