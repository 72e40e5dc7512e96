import Button from 'antd/es/button';
import type { ErrorsOf } from '../../../lib/use-form-errors';
import { Icon } from '../../../ui/Icon';
import { Section } from '../../../ui/Section';
import { useText } from '../text';
import { usePosition } from '../use-words';
import { blankLayer, movedItem, type LayerDraft, type PositionDraft } from './draft';
import { LayerEditor } from './LayerEditor';
import styles from './editor.module.css';

interface PositionEditorProps {
  readonly path: string;
  readonly value: PositionDraft;
  readonly today: string;
  readonly errorsOf: ErrorsOf;
  readonly onChange: (value: PositionDraft) => void;
  readonly onRemove: () => void;
}

export function PositionEditor(props: PositionEditorProps) {
  const { path, value, today, errorsOf, onChange, onRemove } = props;
  const t = useText();
  const positionOf = usePosition();
  const position = positionOf(value.position);
  const change = (layers: readonly LayerDraft[]) => onChange({ ...value, layers });
  return (
    <Section
      title={position}
      acts={
        <Button
          size="small"
          type="text"
          aria-label={t('edit.position.remove.of', { position })}
          onClick={onRemove}
        >
          {t('edit.position.remove')}
        </Button>
      }
    >
      {value.layers.length > 1 && <p className={styles.soft}>{t('edit.layers.explain')}</p>}
      <ol>
        {value.layers.map((layer, index) => (
          <li key={index} className={styles.layer}>
            {value.layers.length > 1 && (
              <LayerHead
                number={index + 1}
                layer={layer}
                onMove={(by) => change(movedItem(value.layers, index, by))}
                onRemove={() => change(value.layers.toSpliced(index, 1))}
              />
            )}
            <LayerEditor
              path={`${path}.layers.${String(index)}`}
              layer={layer}
              errorsOf={errorsOf}
              onChange={(next) => change(value.layers.with(index, next))}
            />
          </li>
        ))}
      </ol>
      <Button
        aria-label={t('edit.layer.add.of', { position })}
        onClick={() =>
          change([
            ...value.layers,
            blankLayer(today, t('edit.layer.number', { number: value.layers.length + 1 })),
          ])
        }
      >
        {t('edit.layer.add')}
      </Button>
    </Section>
  );
}

interface LayerHeadProps {
  readonly number: number;
  readonly layer: LayerDraft;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function LayerHead({ number, layer, onMove, onRemove }: LayerHeadProps) {
  const t = useText();
  return (
    <div className={styles.layerHead}>
      <h3>
        {[...new Set([t('edit.layer.number', { number }), layer.name])].filter(Boolean).join(' · ')}
        {number > 1 && (
          <span className={styles.wins}>{t('edit.layer.wins', { count: number - 1 })}</span>
        )}
      </h3>
      <button type="button" aria-label={t('edit.layer.up', { number })} onClick={() => onMove(-1)}>
        ↑
      </button>
      <button type="button" aria-label={t('edit.layer.down', { number })} onClick={() => onMove(1)}>
        ↓
      </button>
      <button type="button" aria-label={t('edit.layer.remove', { number })} onClick={onRemove}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
