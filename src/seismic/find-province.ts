import { roughKm } from './distance.ts';
import type { Province } from './tables.ts';

/** The first province whose disc holds a place. */
export function provinceAt(lat: number, lon: number, provinces: readonly Province[]): Province | undefined {
  return provinces.find((province) => roughKm(lat, lon, province.lat, province.lon) <= province.radiusKm);
}
