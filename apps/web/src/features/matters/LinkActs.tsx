import Button from 'antd/es/button';
import { useDecideLink, type MatchReason } from '../../api/matters';
import { announce } from '../../ui/announce';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Tag } from '../../ui/Tag';
import { useText } from './text';
import styles from './matters.module.css';

interface LinkActsProps {
  readonly matterId: string;
  readonly incidentId: string;
  readonly link: 'suggested' | 'confirmed';
  readonly why: readonly MatchReason[];
  readonly mayDecide: boolean;
  /** Of what it is linked to: the buttons of several suggestions are told apart by it. */
  readonly title: string;
}

/** Why it is suggested, and what a person says to it. */
export function LinkActs({ matterId, incidentId, link, why, mayDecide, title }: LinkActsProps) {
  const t = useText();
  const { mutate, error, isPending } = useDecideLink((decision) => announce(t(`done.${decision}`)));
  const reasons = why.map((reason) => t(`why.${reason}`)).join(' · ');
  const decide = (decision: 'confirm' | 'dismiss') => mutate({ matterId, incidentId, decision });
  return (
    <>
      <Tag tone={link === 'suggested' ? 'live' : 'plain'}>{t(link)}</Tag>
      {link === 'suggested' && reasons !== '' && <p className={styles.soft}>{reasons}</p>}
      <ProblemAlert error={error} />
      {mayDecide && (
        <div className={styles.acts}>
          {link === 'suggested' && (
            <Button
              size="small"
              loading={isPending}
              aria-label={t('confirm.of', { title })}
              onClick={() => decide('confirm')}
            >
              {t('confirm')}
            </Button>
          )}
          <Button
            size="small"
            loading={isPending}
            aria-label={t('dismiss.of', { title })}
            onClick={() => decide('dismiss')}
          >
            {t('dismiss')}
          </Button>
        </div>
      )}
    </>
  );
}
