import { useCommon } from '../i18n/common';

/** While the first code arrives. Quiet, since it is mostly gone before it is seen. */
export function Splash() {
  const t = useCommon();
  return (
    <p role="status" className="mb-said">
      {t('loading')}
    </p>
  );
}
