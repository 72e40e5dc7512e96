import { useSettings } from '../settings/settings';
import { useServerNow } from '../time/ticker';
import { fullTime, shortTime } from '../time/zone';

const MINUTE = 60_000;

/** A point in time as short as it can be told today: "09:12", "3月2日 09:12"; in full on hover. */
export function Moment({ at }: { at: string }) {
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={fullTime(instant)} className="mb-number">
      {shortTime(instant, language, now)}
    </time>
  );
}
