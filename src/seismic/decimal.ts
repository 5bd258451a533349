/**
 * A number with so many decimals (0 to 3), as `toFixed` writes it but an order of magnitude faster: a bulletin of millions
 * of events is told in words. Halves are rounded away from 0.
 */
export function decimal(value: number, digits: 0 | 1 | 2 | 3): string {
  if (!(Math.abs(value) < 1e12)) return String(value);
  const scale = digits === 0 ? 1 : digits === 1 ? 10 : digits === 2 ? 100 : 1000;
  const scaled = Math.round(Math.abs(value) * scale);
  const sign = value < 0 && scaled > 0 ? '-' : '';
  if (digits === 0) return sign + scaled;
  const whole = Math.floor(scaled / scale);
  const rest = scaled - whole * scale;
  const zeros = digits > 1 && rest < 10 ? (digits > 2 ? '00' : '0') : digits > 2 && rest < 100 ? '0' : '';
  return `${sign}${whole}.${zeros}${rest}`;
}

/** A positive number to so many figures. */
export function figures(value: number, count: number): number {
  if (!(value > 0) || value === Number.POSITIVE_INFINITY) return value;
  const power = count - 1 - Math.floor(Math.log10(value));
  if (power <= 0) {
    const unit = 10 ** -power;
    return Math.round(value / unit) * unit;
  }
  const scale = 10 ** power;
  return Math.round(value * scale) / scale;
}
