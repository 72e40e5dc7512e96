import { useMutation } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import { SCHEDULES_KEY } from './rota';
import { useRepeatKey } from './repeat-key';
import type { NewOverride, Override, Schedule, ScheduleRules } from './rota-types';
import { refreshDuty } from './shifts';

/** The answer is shown at once; what hangs on it is asked for again. */
function keepSchedule(schedule: Schedule): Promise<void> {
  queryClient.setQueryData<{ readonly items: readonly Schedule[] }>(SCHEDULES_KEY, (known) => ({
    items: [...(known?.items ?? []).filter(({ id }) => id !== schedule.id), schedule],
  }));
  return refreshDuty();
}

export function useCreateSchedule(onDone: (schedule: Schedule) => void) {
  const keys = useRepeatKey();
  return useMutation({
    mutationFn: (rules: ScheduleRules) =>
      keys.send(rules, (idempotencyKey) =>
        call('POST /schedules', { body: rules, idempotencyKey }),
      ),
    onSuccess: (schedule) => {
      onDone(schedule);
      return keepSchedule(schedule);
    },
  });
}

interface Saved {
  readonly expectedVersion: number;
  readonly rules: ScheduleRules;
}

/** Takes effect now; the past stays as it was. Who was too late is shown what there is. */
export function useSaveSchedule(id: string, onDone: (schedule: Schedule) => void) {
  return useMutation({
    mutationFn: ({ expectedVersion, rules }: Saved) =>
      call('PUT /schedules/:id', { params: { id }, body: { ...rules, expectedVersion } }),
    onSuccess: (schedule) => {
      onDone(schedule);
      return keepSchedule(schedule);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: SCHEDULES_KEY }),
  });
}

export function useArchiveSchedule({ id, version }: Schedule, onDone: () => void) {
  return useMutation({
    mutationFn: () =>
      call('POST /schedules/:id/archive', { params: { id }, body: { expectedVersion: version } }),
    onSuccess: (schedule) => {
      onDone();
      return keepSchedule(schedule);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: SCHEDULES_KEY }),
  });
}

export function useAddOverride(scheduleId: string, onDone: (override: Override) => void) {
  const keys = useRepeatKey();
  return useMutation({
    mutationFn: (override: NewOverride) =>
      keys.send(override, (idempotencyKey) =>
        call('POST /schedules/:id/overrides', {
          params: { id: scheduleId },
          body: override,
          idempotencyKey,
        }),
      ),
    onSuccess: (override) => {
      onDone(override);
      return refreshDuty();
    },
  });
}

export function useUndoOverride(onDone: () => void) {
  return useMutation({
    mutationFn: (id: string) => call('DELETE /overrides/:id', { params: { id } }),
    onSuccess: () => {
      onDone();
      return refreshDuty();
    },
  });
}

/** The address is told once; the one before stops working. */
export function useMakeCalendarLink() {
  return useMutation({ mutationFn: () => call('POST /calendar-links', { body: {} }), gcTime: 0 });
}

export function useDropCalendarLink(onDone: () => void) {
  return useMutation({ mutationFn: () => call('DELETE /calendar-links'), onSuccess: onDone });
}
