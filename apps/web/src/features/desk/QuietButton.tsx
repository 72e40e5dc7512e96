import Button from 'antd/es/button';
import { useDutyNow, type DutyNow } from '../../api/duty';
import { changeSettings, useSettings } from '../../settings/settings';
import { serverNow } from '../../time/server-clock';
import { useServerNow } from '../../time/ticker';
import { clockTime } from '../../time/zone';
import { Icon } from '../../ui/Icon';
import { useText } from './text';

/** The usual length of a shift, for those who are in none. */
const SHIFT = 12 * 3_600_000;
const MINUTE = 60_000;

export function QuietButton() {
  const t = useText();
  const { quietUntil } = useSettings();
  const { data: duty } = useDutyNow();
  const quiet = useServerNow(MINUTE) < quietUntil;
  return (
    <Button
      type="text"
      icon={<Icon name={quiet ? 'quiet' : 'sound'} size={18} />}
      title={quiet ? t('quiet.end') : undefined}
      onClick={() => changeSettings({ quietUntil: quiet ? 0 : endOf(duty) })}
    >
      {quiet
        ? `${t('quiet.until', { at: clockTime(quietUntil) })} · ${t('quiet.end')}`
        : t('quiet')}
    </Button>
  );
}

/** When my shift ends. */
function endOf(duty: DutyNow | undefined): number {
  const now = serverNow();
  const end = duty?.mine ? Date.parse(duty.mine.to) : 0;
  return end > now ? end : now + SHIFT;
}
