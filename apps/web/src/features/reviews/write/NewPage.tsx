import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useIncident } from '../../../api/incidents';
import { useDraftRelease } from '../../../api/releases';
import { useDraft } from '../../../lib/use-draft';
import { Page } from '../../../ui/Page';
import { LeaveGuard } from '../../../ui/LeaveGuard';
import { announce } from '../../../ui/announce';
import { useText } from '../text';
import { TextForm } from './TextForm';
import { BLANK, paramsOf } from './writing';
import type { NewRelease } from '../../../api/release-types';

/** A text is written: an answer to an incident, or a notice. */
export function Component() {
  const [search] = useSearchParams();
  const incidentId = search.get('incident');
  return <Write key={incidentId} incidentId={incidentId} />;
}

function Write({ incidentId }: { incidentId: string | null }) {
  const t = useText();
  const navigate = useNavigate();
  const draft = useDraft(`release.new.${incidentId ?? 'notice'}`, BLANK);
  const save = useDraftRelease(() => {
    draft.clear();
    announce(t('done.draft'));
  });
  const saved = save.data?.id;
  // Once the guard below has seen that nothing would be lost.
  useEffect(() => {
    if (saved !== undefined) void navigate(`/reviews/${saved}`, { replace: true });
  }, [saved, navigate]);
  return (
    <Page
      title={t('edit.new')}
      lead={incidentId === null ? null : <For incidentId={incidentId} />}
      narrow
    >
      <LeaveGuard when={draft.dirty && !save.isSuccess} />
      <TextForm
        purpose="new"
        draft={draft}
        error={save.error}
        isSending={save.isPending}
        onSave={(writing, at) =>
          save.mutate({
            ...(paramsOf(writing, 'new', at) as Omit<NewRelease, 'incidentId'>),
            ...(incidentId === null ? {} : { incidentId }),
          })
        }
        onCancel={() =>
          void navigate(incidentId === null ? '/reviews' : `/incidents/${incidentId}`)
        }
      />
    </Page>
  );
}

function For({ incidentId }: { incidentId: string }) {
  const t = useText();
  const { data } = useIncident(incidentId);
  return data ? t('edit.new.for', { title: `${data.number} ${data.title}` }) : null;
}
