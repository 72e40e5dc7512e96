import type { ReleasePage } from '../../../api/release-types';
import { useReleaseCommand } from '../../../api/releases';
import { useDraft } from '../../../lib/use-draft';
import { toLocalInput } from '../../../time/zone';
import { LeaveGuard } from '../../../ui/LeaveGuard';
import { Section } from '../../../ui/Section';
import { announce } from '../../../ui/announce';
import { useText } from '../text';
import { TextForm } from '../write/TextForm';
import { paramsOf, type Writing } from '../write/writing';
import styles from './page.module.css';

interface EditFormProps {
  readonly release: ReleasePage;
  readonly purpose: 'revise' | 'correct';
  readonly onClose: () => void;
}

/** A new version of the text, or a correction of what is out. */
export function EditForm({ release, purpose, onClose }: EditFormProps) {
  const t = useText();
  const { id, textVersion } = release;
  const draft = useDraft(`release.${id}.${purpose}.${String(textVersion)}`, writingOf(release));
  const save = useReleaseCommand(release, () => {
    announce(t(`done.${purpose}`));
    draft.clear();
    onClose();
  });
  return (
    <Section title={t(`edit.${purpose}`)}>
      <LeaveGuard when={draft.dirty && !save.isSuccess} />
      <p className={styles.soft}>{t(`edit.${purpose}.lead`)}</p>
      <TextForm
        purpose={purpose}
        draft={draft}
        error={save.error}
        isSending={save.isPending}
        onSave={(writing, at) =>
          save.mutate({ command: purpose, params: paramsOf(writing, purpose, at) })
        }
        onCancel={onClose}
      />
    </Section>
  );
}

function writingOf({ versions, channels, publishAt }: ReleasePage): Writing {
  const newest = versions.at(-1);
  return {
    title: newest?.title ?? '',
    body: newest?.body ?? '',
    channelIds: channels.filter(({ active }) => active).map(({ id }) => id),
    publishAt: publishAt === null ? '' : toLocalInput(Date.parse(publishAt)),
    reason: '',
  };
}
