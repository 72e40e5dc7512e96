import Button from 'antd/es/button';
import { Link } from 'react-router';
import { rosterFile } from '../../api/rota';
import type { Schedule } from '../../api/rota-types';
import { ActBar } from '../../ui/ActBar';
import { dutyDay, handoffOf } from './cells';
import type { Selected } from './cursor';
import { positionsOf } from './panel/entry';
import { useText } from './text';
import type { View } from './view';
import styles from './rota.module.css';

interface RotaActsProps {
  readonly schedule: Schedule;
  readonly view: View;
  readonly mayManage: boolean;
}

export function RotaActs({ schedule, view, mayManage }: RotaActsProps) {
  const t = useText();
  return (
    <div className={styles.acts}>
      <Link to={`/rota/fairness?schedule=${schedule.id}`}>{t('act.fairness')}</Link>
      <a href={rosterFile(schedule.id, view.date.slice(0, 7))} download>
        {t('act.word')}
      </a>
      {mayManage && <Link to="/rota/new">{t('act.new')}</Link>}
      {mayManage && <Link to={`/rota/edit/${schedule.id}`}>{t('act.edit')}</Link>}
      <Button className={styles.print ?? ''} onClick={() => window.print()}>
        {t('act.print')}
      </Button>
    </div>
  );
}

interface RotaActBarProps {
  readonly schedule: Schedule;
  readonly today: string;
  readonly onOpen: (selected: Selected) => void;
}

/** On a phone there is nothing to drag over: the override begins with today's duty. */
export function RotaActBar({ schedule, today, onOpen }: RotaActBarProps) {
  const t = useText();
  const [position = 'officer'] = positionsOf(schedule);
  const day = dutyDay(today, handoffOf(schedule, position), schedule.timeZone);
  return (
    <ActBar>
      <Button type="primary" onClick={() => onOpen({ position, ...day })}>
        {t('act.override')}
      </Button>
    </ActBar>
  );
}
