const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:[.,]\d*)?))?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * Seconds since 1970-01-01T00:00:00Z of an ISO 8601 instant, or NaN where the text is none. A day alone is its midnight, and
 * one without a zone is UTC, as seismic bulletins mean it.
 */
export function secondsOf(instant: string): number {
  const found = INSTANT.exec(instant);
  if (found === null) return Number.NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = found;
  const offset =
    zone.length === 1
      ? 0
      : Number(`${zone[0]}1`) *
        (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(3).replace(':', '')) * 60);
  return (
    utcSeconds(
      Number(year),
      Number(month),
      Number(day),
      Number(hour),
      Number(minute),
      Number(second.replace(',', '.')),
    ) - offset
  );
}

/** The ISO 8601 instant (UTC, milliseconds) of seconds since 1970. */
export function instantOf(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString();
}

/**
 * Seconds since 1970-01-01T00:00:00Z of a UTC date and time given as numbers, or NaN where there is no such day or time.
 * A second of 60 (a leap second, or rounding) is the first of the next minute.
 */
export function utcSeconds(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour >= 0 && hour <= 24)) return Number.NaN;
  if (!(minute >= 0 && minute < 60 && second >= 0 && second < 61)) return Number.NaN;
  const midnight = daysFromCivil(year, month, day) * 86_400;
  if (day > 28 && month === 2 && (day > 29 || !isLeap(year))) return Number.NaN;
  if (day > 30 && (month === 4 || month === 6 || month === 9 || month === 11)) return Number.NaN;
  return midnight + hour * 3600 + minute * 60 + second;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days since 1970-01-01 of a day of the proleptic Gregorian calendar (Hinnant 2013, "days_from_civil"). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
