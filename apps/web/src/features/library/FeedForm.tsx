import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { FINDINGS, type AnswersSource, type Finding } from '../../api/library';
import { useCommon } from '../../i18n/common';
import { useFormErrors } from '../../lib/use-form-errors';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { useText } from './text';
import styles from './library.module.css';

const FIELDS = ['url', 'issuedBy', 'verdict'];

interface FeedFormProps {
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onLook: (feed: AnswersSource) => void;
}

/** The feed of a service that answers rumours. It tells no verdict, so a person gives one for all of its entries. */
export function FeedForm({ isBusy, error, onLook }: FeedFormProps) {
  const t = useText();
  const common = useCommon();
  const form = useRef<HTMLFormElement>(null);
  const [url, setUrl] = useState('');
  const [issuedBy, setIssuedBy] = useState('');
  const [verdict, setVerdict] = useState<Finding>('false');
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const errorsOf = useFormErrors(form, FIELDS, error, wrong);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const address = url.trim();
    setWrong(address === '' ? { url: t('feed.missing') } : {});
    if (address === '' || isBusy) return;
    const named = issuedBy.trim() === '' ? {} : { issuedBy: issuedBy.trim() };
    onLook({ url: address, verdict, ...named });
  };
  return (
    <details className={styles.feed}>
      <summary>{t('feed.title')}</summary>
      <form ref={form} noValidate onSubmit={submit}>
        <Field label={t('feed.url')} hint={t('feed.hint')} errors={errorsOf('url')}>
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              maxLength={2000}
              value={url}
              onChange={({ target }) => setUrl(target.value)}
            />
          )}
        </Field>
        <Field label={t('feed.issuedBy')} optional errors={errorsOf('issuedBy')}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={issuedBy}
              onChange={({ target }) => setIssuedBy(target.value)}
            />
          )}
        </Field>
        <Choice<Finding>
          label={t('feed.verdict')}
          name="feed-verdict"
          options={FINDINGS.map((value) => ({ value, label: common(`verdict.${value}`) }))}
          value={verdict}
          errors={errorsOf('verdict')}
          onChange={setVerdict}
        />
        <Button htmlType="submit" loading={isBusy}>
          {t('feed.look')}
        </Button>
      </form>
    </details>
  );
}
