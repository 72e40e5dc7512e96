import Button from 'antd/es/button';
import Input from 'antd/es/input';
import TextArea from 'antd/es/input/TextArea';
import { useRef, useState, type SubmitEvent } from 'react';
import { useIncident } from '../../../api/incidents';
import type { ReleasePage } from '../../../api/release-types';
import { useReleaseCommand } from '../../../api/releases';
import { useDraft } from '../../../lib/use-draft';
import { useFormErrors } from '../../../lib/use-form-errors';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Section } from '../../../ui/Section';
import { Select } from '../../../ui/Select';
import { announce } from '../../../ui/announce';
import { useText } from '../text';
import styles from './page.module.css';

interface Publishing {
  readonly links: Readonly<Record<string, string>>;
  readonly captureId: string;
  readonly captureText: string;
}

const BLANK: Publishing = { links: {}, captureId: '', captureText: '' };
const FIELDS = Array.from({ length: 50 }, (_, index) => `links.${String(index)}`);

/** A notice board has no address on the web: where and when it was put up stands for the link. */
const isOnPaper = (kind: string): boolean => kind === 'board' || kind === 'screen';

/** It went out on the channels; where, and how the page looked, is recorded here. */
export function PublishForm({ release, onClose }: { release: ReleasePage; onClose: () => void }) {
  const t = useText();
  const draft = useDraft(`release.${release.id}.publish`, BLANK);
  const { value, change } = draft;
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  const give = useReleaseCommand(release, () => {
    announce(t('done.publish'));
    draft.clear();
    onClose();
  });
  const errorsOf = useFormErrors(form, FIELDS, give.error, missing);
  const linkOf = (id: string): string => value.links[id] ?? '';

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const gaps = release.channels.flatMap(({ id }, index) =>
      linkOf(id).trim() === '' ? [[`links.${String(index)}`, t('missing.link')] as const] : [],
    );
    setMissing(Object.fromEntries(gaps));
    if (gaps.length > 0) return;
    const links = release.channels.map(({ id }) => ({ channelId: id, url: linkOf(id).trim() }));
    const { captureId, captureText } = value;
    give.mutate({
      command: 'publish',
      params: {
        links,
        ...(captureId === '' ? {} : { captureId }),
        ...(captureId !== '' || captureText.trim() === '' ? {} : { captureText }),
      },
    });
  };

  return (
    <Section title={t('act.publish')}>
      <p className={styles.soft}>{t('publish.lead')}</p>
      <form ref={form} noValidate onSubmit={submit} className={styles.narrow}>
        <ProblemAlert error={give.error} fields={FIELDS} />
        {release.channels.map(({ id, name, kind }, index) => (
          <Field
            key={id}
            label={t(isOnPaper(kind) ? 'publish.posted' : 'publish.link', { channel: name })}
            errors={errorsOf(`links.${String(index)}`)}
          >
            {(control) => (
              <Input
                {...control}
                {...(isOnPaper(kind) ? {} : { type: 'url', placeholder: 'https://' })}
                maxLength={2000}
                value={linkOf(id)}
                onChange={({ target }) => change({ links: { ...value.links, [id]: target.value } })}
              />
            )}
          </Field>
        ))}
        {release.incident && (
          <CaptureFile
            incidentId={release.incident.id}
            value={value.captureId}
            onChange={(captureId) => change({ captureId })}
          />
        )}
        {value.captureId === '' && (
          <Field label={t('publish.captureText')} optional hint={t('publish.captureText.hint')}>
            {(control) => (
              <TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={20_000}
                value={value.captureText}
                onChange={({ target }) => change({ captureText: target.value })}
              />
            )}
          </Field>
        )}
        <FormActs>
          <Button type="primary" htmlType="submit" loading={give.isPending}>
            {t(release.publishedVersion === null ? 'publish.submit' : 'publish.submit.correction')}
          </Button>
          <Button onClick={onClose}>{t('keep')}</Button>
        </FormActs>
      </form>
    </Section>
  );
}

interface CaptureFileProps {
  readonly incidentId: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function CaptureFile({ incidentId, value, onChange }: CaptureFileProps) {
  const t = useText();
  const { data } = useIncident(incidentId);
  if (!data || data.attachments.length === 0) return null;
  return (
    <Field label={t('publish.capture')} optional hint={t('publish.capture.hint')}>
      {(control) => (
        <Select
          {...control}
          value={value}
          none={t('publish.capture.none')}
          options={data.attachments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
