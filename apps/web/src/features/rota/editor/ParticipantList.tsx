import { useId, type KeyboardEvent } from 'react';
import { useUsers } from '../../../api/people';
import type { Words } from '../../../api/types';
import { useSettings } from '../../../settings/settings';
import { announce } from '../../../ui/announce';
import { Icon } from '../../../ui/Icon';
import { plain } from '../../../ui/plain';
import { PersonField } from '../PersonField';
import { useText } from '../text';
import { movedItem } from './draft';
import styles from './editor.module.css';

interface ParticipantListProps {
  readonly participants: readonly string[];
  readonly errors: readonly (string | Words)[];
  readonly onChange: (participants: readonly string[]) => void;
}

/** Who takes turns, in order. One person may stand in it more than once. */
export function ParticipantList({ participants, errors, onChange }: ParticipantListProps) {
  const t = useText();
  const id = useId();
  const { language } = useSettings();
  const { data: users = [] } = useUsers();
  const nameOf = (userId: string) => users.find((user) => user.id === userId)?.name ?? '—';
  const rowId = (index: number) => `${id}-${String(index)}`;
  const move = (index: number, by: number) => {
    const next = movedItem(participants, index, by);
    if (next === participants) return;
    onChange(next);
    announce(
      t('edit.people.moved', { name: nameOf(participants[index] ?? ''), number: index + by + 1 }),
    );
    // The focus goes along with the person.
    requestAnimationFrame(() => document.getElementById(rowId(index + by))?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <fieldset
      className={styles.people}
      aria-invalid={errors.length > 0}
      aria-describedby={errors.length > 0 ? `${id}-error` : `${id}-hint`}
    >
      <legend>{t('edit.people')}</legend>
      {participants.length === 0 && <p className={styles.soft}>{t('edit.people.none')}</p>}
      <ol>
        {participants.map((userId, index) => {
          const name = nameOf(userId);
          return (
            <li key={rowId(index)} onKeyDown={(event) => onKeyDown(event, index)}>
              <span className={styles.turn}>{index + 1}</span>
              <span className={styles.name}>{name}</span>
              <button
                type="button"
                id={rowId(index)}
                aria-label={t('edit.people.up', { name })}
                aria-disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                aria-label={t('edit.people.down', { name })}
                aria-disabled={index === participants.length - 1}
                onClick={() => move(index, 1)}
              >
                ↓
              </button>
              <button
                type="button"
                aria-label={t('edit.people.remove', { name })}
                onClick={() => onChange(participants.toSpliced(index, 1))}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          );
        })}
      </ol>
      <PersonField
        id={`${id}-add`}
        aria-label={t('edit.people.add')}
        label={t('edit.people.add')}
        aria-invalid={errors.length > 0}
        value=""
        onChange={(userId) => {
          if (userId !== '') onChange([...participants, userId]);
        }}
      />
      {errors.length > 0 && (
        <p id={`${id}-error`} className={styles.error}>
          {errors.map((message) => plain(message, language)).join('; ')}
        </p>
      )}
      <p id={`${id}-hint`} className={styles.soft}>
        {t('edit.people.hint')}
      </p>
    </fieldset>
  );
}
