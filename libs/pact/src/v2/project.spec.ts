import { sampleFootprint } from '../../../../tests/support/pact';
import { toVersion2 } from './project';

it('divides by the declared amount, exactly, and names nothing it does not know', () => {
  const footprint = sampleFootprint({}, { declaredUnitAmount: '1000', productMassPerDeclaredUnit: '1000' });
  const projected = toVersion2(footprint)!;
  expect(projected).toMatchObject({ id: footprint.id, version: 0, productCategoryCpc: '26310' });
  expect(projected.pcf).toMatchObject({
    declaredUnit: 'kilogram',
    unitaryProductAmount: '1',
    productMassPerDeclaredUnit: '1',
    pCfExcludingBiogenic: '0.0654',
    pCfIncludingBiogenic: '0.0636',
    landManagementGhgEmissions: '-0.0002',
    biogenicCarbonWithdrawal: '-0.0018',
    primaryDataShare: 82.5,
  });
  expect(JSON.stringify(projected)).not.toContain('null');
  expect(projected.pcf).not.toHaveProperty('dqi');
});

it('leaves out what version 2 has no unit for', () => {
  expect(toVersion2(sampleFootprint({}, { declaredUnitOfMeasurement: 'piece' }))).toBeUndefined();
});
