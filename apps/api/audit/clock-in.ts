type Data = Readonly<Record<string, unknown>>;

/** The name of the clock that an entry of a timeline speaks of: its own, or the one a command was about. */
export function clockIn({ clock, params }: Data): string | null {
  const asked = (params as Data | null | undefined)?.['clock'];
  return [clock, asked].find((name) => typeof name === 'string') ?? null;
}
