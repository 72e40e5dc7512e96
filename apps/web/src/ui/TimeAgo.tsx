import { useCommon } from '../i18n/common';
import { useSettings } from '../settings/settings';
import { agoWords } from '../time/remaining';
import { useServerNow } from '../time/ticker';
import { fullTime } from '../time/zone';

/** "5 分前", with the exact time on hover. */
export function TimeAgo({ at }: { at: string }) {
  const t = useCommon();
  const { language } = useSettings();
  const now = useServerNow(30_000);
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={fullTime(instant)} className="mb-number">
      {agoWords(now - instant, language) ?? t('ago.now')}
    </time>
  );
}
