import Button from 'antd/es/button';
import { changeSettings, useSettings } from '../../settings/settings';
import { serverNow } from '../../time/server-clock';
import { useServerNow } from '../../time/ticker';
import { clockTime } from '../../time/zone';
import { Icon } from '../../ui/Icon';
import { useText } from './text';

/** The usual length of a shift. The rota is not in the product yet, so the shift's own end is not known. */
const SHIFT = 12 * 3_600_000;
const MINUTE = 60_000;

export function QuietButton() {
  const t = useText();
  const { quietUntil } = useSettings();
  const quiet = useServerNow(MINUTE) < quietUntil;
  return (
    <Button
      type="text"
      icon={<Icon name={quiet ? 'quiet' : 'sound'} size={18} />}
      title={quiet ? t('quiet.end') : undefined}
      onClick={() => changeSettings({ quietUntil: quiet ? 0 : serverNow() + SHIFT })}
    >
      {quiet
        ? `${t('quiet.until', { at: clockTime(quietUntil) })} · ${t('quiet.end')}`
        : t('quiet')}
    </Button>
  );
}
