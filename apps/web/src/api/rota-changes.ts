import { useMutation } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import { useRepeatKey } from './repeat-key';
import type { NewOverride, Override, Schedule, ScheduleRules } from './rota-types';
import { refreshDuty } from './shifts';

export function useCreateSchedule(onDone: (schedule: Schedule) => void) {
  const keys = useRepeatKey();
  return useMutation({
    mutationFn: (rules: ScheduleRules) =>
      keys.send(rules, (idempotencyKey) =>
        call('POST /schedules', { body: rules, idempotencyKey }),
      ),
    onSuccess: async (schedule) => {
      await refreshDuty();
      onDone(schedule);
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
    onSuccess: async (schedule) => {
      await refreshDuty();
      onDone(schedule);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['duty', 'schedules'] }),
  });
}

export function useArchiveSchedule({ id, version }: Schedule, onDone: () => void) {
  return useMutation({
    mutationFn: () =>
      call('POST /schedules/:id/archive', { params: { id }, body: { expectedVersion: version } }),
    onSuccess: async () => {
      await refreshDuty();
      onDone();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['duty', 'schedules'] }),
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
