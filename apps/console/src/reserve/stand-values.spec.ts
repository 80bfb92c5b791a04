import { toStand, toValues } from './stand-values';

const stand = {
  ...{ species: 'larix-gmelinii', temperature: '-2.5', counted: ['above' as const] },
  ages: [{ age: 20, hectares: '40' }],
};

it('gives back what it was given, and says nothing of what is not there', () => {
  const full = {
    ...stand,
    fires: 120,
    cutting: { hectares: '4', from: 60, to: 200 },
    volumes: [
      { age: 0, volume: '0' },
      { age: 20, volume: '45.5' },
    ],
    volumesSource: '经理数表',
  };
  for (const one of [stand, { ...stand, soil: '50' }, full]) expect(toStand(toValues(one))).toEqual(one);
});

it('sends the start that is chosen alone, and reads a table by lines or commas', () => {
  const values = { ...toValues({ ...stand, soil: '50' }), start: 'none' as const, volumes: '0,0\n20， 45' };
  expect(toStand(values)).toEqual({
    ...stand,
    volumes: [
      { age: 0, volume: '0' },
      { age: 20, volume: '45' },
    ],
  });
});
