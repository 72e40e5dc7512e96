import type { ReactNode } from 'react';
import { chooseLanguage } from '../../api/language';
import { useSettings } from '../../settings/settings';
import { useCommon } from '../../i18n/common';
import { Page } from '../../ui/Page';
import { useText } from './text';
import styles from './Gate.module.css';

/** The frame of the pages before sign-in: one column, nothing to wander off to. */
export function Gate({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const t = useText();
  const common = useCommon();
  const { language } = useSettings();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className={styles.gate}>
      <header className={styles.head}>
        <span className={styles.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          {common('brand')}
        </span>
        <button
          type="button"
          lang={other === 'en' ? 'en' : 'zh-CN'}
          className={styles.language}
          onClick={() => chooseLanguage(other, false)}
        >
          {t('language')}
        </button>
      </header>
      <main className={styles.main}>
        <Page title={title} lead={lead}>
          {children}
        </Page>
      </main>
    </div>
  );
}
