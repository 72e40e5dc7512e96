import type { ReleaseRow } from '../../api/release-types';
import { Tag } from '../../ui/Tag';
import { useText } from './text';

/** Where a text stands. What is being corrected is still out. */
export function ReleaseTag({
  release: { state, publishedVersion, withdrawnAt },
}: {
  release: Pick<ReleaseRow, 'state' | 'publishedVersion' | 'withdrawnAt'>;
}) {
  const t = useText();
  const isOut = publishedVersion !== null && withdrawnAt === null;
  const isCorrecting = isOut && state !== 'published' && state !== 'filed';
  return (
    <>
      <Tag>{t(`state.${state}`)}</Tag>
      {isCorrecting && <Tag>{t('state.correcting')}</Tag>}
    </>
  );
}
