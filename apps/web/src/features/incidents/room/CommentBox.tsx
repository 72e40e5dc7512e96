import Button from 'antd/es/button';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { IncidentPage } from '../../../api/incident-types';
import { useUsers } from '../../../api/people';
import { useComment } from '../../../api/room';
import { useMe } from '../../../api/session';
import { useDraft } from '../../../lib/use-draft';
import { announce } from '../../../ui/announce';
import { Field } from '../../../ui/Field';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { PersonPicker } from '../forms/PersonPicker';
import { allowedNamed } from '../page/acts';
import { useText } from './text';
import styles from './room.module.css';

/** The workflow's limit for a note (config/workflows/incident.yaml). */
const LONGEST = 4000;
const BLANK: Typed = { text: '', mentionIds: [] };

interface Typed {
  readonly text: string;
  readonly mentionIds: readonly string[];
}

/** A word for the colleagues, kept on the timeline. */
export function CommentBox({ incident }: { incident: IncidentPage }) {
  return allowedNamed(incident, 'note') ? <Box incident={incident} /> : null;
}

function Box({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const me = useMe();
  const draft = useDraft<Typed>(`comment.${incident.id}`, BLANK);
  const [picking, setPicking] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const comment = useComment(incident, () => {
    draft.clear();
    setPicking(false);
    announce(t('comment.sent'));
    text.current?.focus();
  });
  const { value } = draft;
  const isEmpty = value.text.trim() === '';
  const send = () => {
    if (!isEmpty && !comment.isPending) comment.mutate(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  const mention = (id: string) => {
    setPicking(false);
    text.current?.focus();
    if (id === '' || id === me.id || value.mentionIds.includes(id)) return;
    draft.change({ mentionIds: [...value.mentionIds, id] });
  };
  const onText = (typed: string) => {
    // Names in a text are taken out like any account name; whom it is for is kept beside it.
    const asks = typed.endsWith('@') && typed.length > value.text.length;
    draft.change({ text: asks ? typed.slice(0, -1) : typed });
    if (asks) setPicking(true);
  };
  return (
    <div className={styles.comment}>
      <Field label={t('comment')} hint={t('comment.hint')}>
        {(control) => (
          <textarea
            {...control}
            ref={text}
            rows={2}
            maxLength={LONGEST}
            className={styles.text}
            value={value.text}
            onChange={({ target }) => onText(target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <Mentioned
        ids={value.mentionIds}
        onRemove={(gone) =>
          draft.change({ mentionIds: value.mentionIds.filter((id) => id !== gone) })
        }
      />
      {picking && <Picker onPick={mention} />}
      <ProblemAlert error={comment.error} />
      <div className={styles.acts}>
        <Button type="primary" disabled={isEmpty} loading={comment.isPending} onClick={send}>
          {t('comment.send')}
        </Button>
        <Button type="text" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          {t('mention')}
        </Button>
      </div>
    </div>
  );
}

function Picker({ onPick }: { onPick: (id: string) => void }) {
  const t = useText();
  return (
    <div ref={(element) => element?.querySelector('input')?.focus()} className={styles.picker}>
      <Field label={t('mention.whom')}>
        {(control) => <PersonPicker control={control} value="" onChange={onPick} />}
      </Field>
    </div>
  );
}

function Mentioned({ ids, onRemove }: { ids: readonly string[]; onRemove: (id: string) => void }) {
  const t = useText();
  const { data: users = [] } = useUsers();
  if (ids.length === 0) return null;
  return (
    <ul className={styles.mentioned} aria-label={t('mention.list')}>
      {ids.map((id) => {
        const name = users.find((user) => user.id === id)?.name ?? '…';
        return (
          <li key={id}>
            @{name}
            <button
              type="button"
              aria-label={t('mention.remove', { name })}
              onClick={() => onRemove(id)}
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}
