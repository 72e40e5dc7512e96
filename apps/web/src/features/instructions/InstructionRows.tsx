import { Link } from 'react-router';
import type { InstructionRow } from '../../api/instructions';
import { DeadlineChip } from '../../ui/DeadlineChip';
import { Moment } from '../../ui/Moment';
import { Tag } from '../../ui/Tag';
import { useText } from './text';
import styles from './instructions.module.css';
import rows from '../../ui/rows.module.css';

/** Instructions as lines: what, by whom to whom, and how long there is. */
export function InstructionRows({ instructions }: { instructions: readonly InstructionRow[] }) {
  const t = useText();
  return (
    <ul className={rows.rows} aria-label={t('list')}>
      {instructions.map((instruction) => (
        <Row key={instruction.id} instruction={instruction} />
      ))}
    </ul>
  );
}

function Row({ instruction }: { instruction: InstructionRow }) {
  const t = useText();
  const { id, text, state, unit, givenBy, createdAt, report, deadlines } = instruction;
  return (
    <li className={rows.row}>
      <div className={rows.what}>
        <Link to={`/instructions/${id}`} className={rows.name}>
          {text}
        </Link>
        <Tag tone={state === 'done' ? 'live' : 'plain'}>{t(`state.${state}`)}</Tag>
        <p className={styles.soft}>
          {[t('row.to', { unit: unit.name }), t('row.by', { name: givenBy.name }), report?.title]
            .filter(Boolean)
            .join(' · ')}
          {' · '}
          <Moment at={createdAt} />
        </p>
      </div>
      {deadlines.map((deadline) => (
        <DeadlineChip key={deadline.id} deadline={deadline} />
      ))}
    </li>
  );
}
