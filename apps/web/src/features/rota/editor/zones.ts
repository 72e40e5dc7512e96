/** Every zone that the browser knows, and the one that is set. */
export function zonesWith(zone: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(zone) ? known : [zone, ...known];
}
