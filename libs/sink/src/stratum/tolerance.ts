/**
 * The one tolerance between the strata and the areas that they divide, as a share: areas of strata come from the same
 * survey, written with four decimals of a hectare.
 */
export const AREA_TOLERANCE = 0.001;
