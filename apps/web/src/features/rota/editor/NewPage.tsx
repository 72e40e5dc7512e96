import { useState } from 'react';
import { Navigate } from 'react-router';
import { useMeta } from '../../../api/meta';
import { useCreateSchedule } from '../../../api/rota-changes';
import type { Schedule } from '../../../api/rota-types';
import { useDraft } from '../../../lib/use-draft';
import { useServerNow } from '../../../time/ticker';
import { announce } from '../../../ui/announce';
import { LeaveGuard } from '../../../ui/LeaveGuard';
import { Page } from '../../../ui/Page';
import { useText } from '../text';
import { todayIn } from '../view';
import { blankLayer, type ScheduleDraft } from './draft';
import { EditorForm } from './EditorForm';
import { QuickStart } from './QuickStart';

const HOUR = 60 * 60_000;
const FALLBACK_ZONE = 'Asia/Shanghai';

/** Choose people and have the usual rota; or begin with nothing. What was begun is still here tomorrow. */
export function Component() {
  const t = useText();
  const zone = useMeta()?.timeZone ?? FALLBACK_ZONE;
  const now = useServerNow(HOUR);
  const [created, setCreated] = useState<Schedule | null>(null);
  const draft = useDraft<ScheduleDraft>('rota.new', {
    baseVersion: 0,
    name: '',
    timeZone: zone,
    swapNeedsApproval: true,
    positions: [],
  });
  const create = useCreateSchedule((schedule) => {
    draft.clear();
    announce(t('edit.saved'));
    setCreated(schedule);
  });
  if (created) return <Navigate to={`/rota?schedule=${created.id}`} />;
  const isBlank = draft.value.positions.length === 0;
  return (
    <Page
      key={isBlank ? 'people' : 'rules'}
      title={t('new.title')}
      lead={t(isBlank ? 'quick.lead' : 'edit.lead')}
      narrow={isBlank}
    >
      <LeaveGuard when={draft.dirty && !create.isPending} />
      {isBlank ? (
        <QuickStart
          zone={zone}
          now={now}
          onMade={draft.change}
          onBlank={() =>
            draft.change({
              name: t('quick.name'),
              positions: [
                { position: 'officer', layers: [blankLayer(todayIn(zone, now), t('quick.layer'))] },
              ],
            })
          }
        />
      ) : (
        <EditorForm
          draft={draft}
          scheduleId={null}
          now={now}
          error={create.error}
          pending={create.isPending}
          act={t('edit.create')}
          onSubmit={(rules) => create.mutate(rules)}
        />
      )}
    </Page>
  );
}
