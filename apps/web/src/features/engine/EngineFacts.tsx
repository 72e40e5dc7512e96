import type { EngineHealth } from '../../api/engine';
import { useSettings } from '../../settings/settings';
import { durationWords } from '../../time/remaining';
import { Section } from '../../ui/Section';
import { TimeAgo } from '../../ui/TimeAgo';
import { bytesWords, lagWords } from './amounts';
import styles from './engine.module.css';
import { Facts, type Fact } from './Facts';
import { useText } from './text';

/** Everything behind the verdict, for whoever has to find out why. */
export function EngineFacts({ health }: { health: EngineHealth }) {
  const t = useText();
  return (
    <div className={styles.grid}>
      <Section title={t('firing')}>
        <Facts facts={useFiring(health)} />
      </Section>
      <Section title={t('ladders')}>
        <Facts
          facts={[
            { name: t('ladders.active'), value: health.ladders.active },
            { name: t('ladders.acknowledged'), value: health.ladders.acknowledged },
            {
              name: t('ladders.exhausted'),
              value: health.ladders.exhausted24h,
              isBad: health.ladders.exhausted24h > 0,
            },
          ]}
        />
      </Section>
      <Section title={t('queues')}>
        <Facts facts={useQueues(health)} />
      </Section>
      <Section title={t('machine')}>
        <Facts facts={useMachine(health)} />
      </Section>
    </div>
  );
}

function useFiring({ sweep, late, armed, lag24h }: EngineHealth): Fact[] {
  const t = useText();
  const { language } = useSettings();
  const { p50, p99, max } = lag24h;
  const waiting = late.deadlines + late.steps;
  const worst = t('firing.late.worst', { length: durationWords(late.worstMs, language) });
  return [
    {
      name: t('firing.sweep'),
      value: sweep.lastAt === null ? t('firing.sweep.never') : <TimeAgo at={sweep.lastAt} />,
      isBad: sweep.lastAt === null,
    },
    {
      name: t('firing.late'),
      value: waiting > 0 ? `${String(waiting)} · ${worst}` : 0,
      isBad: waiting > 0,
    },
    { name: t('firing.armed'), value: armed.deadlines },
    {
      name: t('firing.lag'),
      value:
        p50 === null || p99 === null || max === null
          ? t('firing.lag.none')
          : t('firing.lag.value', { p50: lagWords(p50), p99: lagWords(p99), max: lagWords(max) }),
    },
  ];
}

const QUEUE_WORDS = {
  messages: 'queues.messages',
  alarms: 'queues.alarms',
  schedules: 'queues.schedules',
} as const;

const isKnownQueue = (name: string): name is keyof typeof QUEUE_WORDS => name in QUEUE_WORDS;

function useQueues({ queues, outbox }: EngineHealth): Fact[] {
  const t = useText();
  const counts: Fact[] =
    queues.counts === null
      ? [{ name: t('queues'), value: t('queues.silent'), isBad: true }]
      : queues.counts.map(({ queue, ...rest }) => ({
          name: isKnownQueue(queue) ? t(QUEUE_WORDS[queue]) : queue,
          value: t('queues.counts', rest),
        }));
  return [
    { name: t('queues.backend'), value: t(`queues.${queues.backend}`) },
    ...counts,
    { name: t('outbox.waiting'), value: outbox.waiting },
    { name: t('outbox.failed'), value: outbox.failed, isBad: outbox.failed > 0 },
  ];
}

function useMachine({ database, disk, backups, uptimeSeconds, version }: EngineHealth): Fact[] {
  const t = useText();
  const { language } = useSettings();
  return [
    { name: t('machine.database'), value: database.version },
    { name: t('machine.size'), value: bytesWords(database.sizeBytes, language) },
    { name: t('machine.connections'), value: database.connections },
    {
      name: t('machine.disk'),
      value:
        disk.freeBytes === null ? t('machine.disk.unknown') : bytesWords(disk.freeBytes, language),
    },
    {
      name: t('machine.backup'),
      value: backups === null ? t('machine.backup.none') : <TimeAgo at={backups.lastAt} />,
    },
    { name: t('machine.uptime'), value: durationWords(uptimeSeconds * 1000, language) },
    { name: t('machine.version'), value: version },
  ];
}
