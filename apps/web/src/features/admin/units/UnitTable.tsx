import type { OrganisationUnit } from '../../../api/people-types';
import { usePhone } from '../../../theme/use-media';
import { useText } from '../text';
import { treeOf, type Placed } from './tree';
import styles from '../admin.module.css';

interface UnitTableProps {
  readonly units: readonly OrganisationUnit[];
  /** Null for those who may only look. */
  readonly onOpen: ((unit: OrganisationUnit) => void) | null;
}

/** One step of the tree, in pixels. */
const STEP = 20;

export function UnitTable({ units, onOpen }: UnitTableProps) {
  const isPhone = usePhone();
  const placed = treeOf(units);
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? '';
  return isPhone ? (
    <Cards placed={placed} nameOf={nameOf} onOpen={onOpen} />
  ) : (
    <Rows placed={placed} nameOf={nameOf} onOpen={onOpen} />
  );
}

interface ShownProps {
  readonly placed: readonly Placed[];
  readonly nameOf: (id: string | null) => string;
  readonly onOpen: UnitTableProps['onOpen'];
}

function Rows({ placed, nameOf, onOpen }: ShownProps) {
  const t = useText();
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('units.title')}>
        <thead>
          <tr>
            {(['name', 'code', 'parent', 'duty'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`unit.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed.map(({ unit, depth }) => (
            <tr key={unit.id}>
              <td title={unit.name} style={{ paddingLeft: depth * STEP }}>
                <Name unit={unit} onOpen={onOpen} />
                <span className="mb-said">{t('unit.level', { level: depth + 1 })}</span>
              </td>
              <td>{unit.code}</td>
              <td>{nameOf(unit.parentId)}</td>
              <td>{unit.isDutyOffice && <Duty />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ placed, nameOf, onOpen }: ShownProps) {
  return (
    <ul className={styles.cards}>
      {placed.map(({ unit, depth }) => (
        // On a phone the step is small, so that the deepest name still has room.
        <li key={unit.id} className={styles.card} style={{ marginLeft: Math.min(depth, 4) * 10 }}>
          <div className={styles.cardHead}>
            <Name unit={unit} onOpen={onOpen} />
            {unit.isDutyOffice && <Duty />}
          </div>
          <p className={styles.soft}>
            {[unit.code, nameOf(unit.parentId)].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Name({ unit, onOpen }: { unit: OrganisationUnit; onOpen: UnitTableProps['onOpen'] }) {
  const t = useText();
  if (!onOpen) return <>{unit.name}</>;
  return (
    <button
      type="button"
      className={styles.open}
      title={t('units.edit', { name: unit.name })}
      aria-haspopup="dialog"
      onClick={() => onOpen(unit)}
    >
      {unit.name}
    </button>
  );
}

function Duty() {
  const t = useText();
  return <span className={styles.mark}>{t('unit.duty')}</span>;
}
