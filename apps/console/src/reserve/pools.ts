/** Pools of the stand model as the IPCC names them, in the order in which they are stacked. */
export const pools = ['above', 'below', 'deadWood', 'litter', 'soil'] as const;
