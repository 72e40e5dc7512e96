import type { RegisterPath, RegisterRecord } from '../../api/registers';
import { useCategories } from '../../api/meta';
import { useSettings } from '../../settings/settings';

/** What a category is called; its code where the configuration no longer has it. */
export function useCategoryName(): (code: string) => string {
  const categories = useCategories();
  const { language } = useSettings();
  return (code) => categories.find((one) => one.code === code)?.[language] ?? code;
}

/** What a record is called: its name, its title, or the category it is about. */
export function useRecordName(path: RegisterPath): (record: RegisterRecord) => string {
  const categoryName = useCategoryName();
  return (record) =>
    path === 'responsibilities'
      ? categoryName(String(record['category']))
      : String(record['name'] ?? record['title']);
}
