import type { AllowedCommand } from '#workflow';
import type { AllowedView, FieldView } from './incident-page.dto.js';

type Field = AllowedCommand['params'][number];
type Item = Extract<Field, { type: 'list' }>['item'][string];

/** The commands that a person may give now, in their language, with what a form needs to know. */
export const presentAllowed = (
  allowed: readonly AllowedCommand[],
  locale: 'zh' | 'en',
): AllowedView[] =>
  allowed.map(({ command, label, needs, params }) => ({
    command,
    label: label[locale],
    needs: needs.map(({ code, message, path }) => ({
      code,
      message: message[locale],
      ...(path !== undefined && { path }),
    })),
    fields: params.map((field) => fieldView(field.name, field, locale)),
  }));

function fieldView(name: string, field: Field | Item, locale: 'zh' | 'en'): FieldView {
  const { type, label, required } = field;
  return {
    name,
    type,
    label: label[locale],
    required,
    ...('values' in field && { values: [...field.values] }),
    ...('min' in field && field.min !== undefined && { min: field.min }),
    ...('max' in field && field.max !== undefined && { max: field.max }),
    ...('integer' in field && { integer: field.integer }),
    ...('item' in field && {
      item: Object.entries(field.item)
        .filter(([, inner]) => !inner.computed)
        .map(([inner, rule]) => fieldView(inner, rule, locale)),
    }),
  };
}
