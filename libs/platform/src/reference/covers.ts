/**
 * May a factor made for one region be used in another? No where that is certain: codes of GB/T 2260 cover what begins with
 * them, another country covers nothing of China. Grids and groups of countries name no members, so they are left to the reader.
 */
export function covers(factorRegion: string | null, region: string): boolean {
  if (!factorRegion || factorRegion === region) return true;
  if (/^\d/.test(factorRegion)) return region.startsWith(factorRegion);
  return !/^[A-Z]{2}$/.test(factorRegion) || (factorRegion === 'CN' && /^(\d|grid-)/.test(region));
}
