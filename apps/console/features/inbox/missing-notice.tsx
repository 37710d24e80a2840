import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/states.js';
import { useOpenedView } from './saved-views.js';

/** A view may name a tag, an officer or a department that is gone: it opens all the same, and says so. */
export function MissingNotice() {
  const { t } = useTranslation();
  const missing = useOpenedView()?.missing;
  if (!missing) return null;
  const { departments, officerIds, tagIds } = missing;
  const what = [
    ...departments.map((name) => t('triage.views.missingDepartment', { name })),
    ...(officerIds.length > 0 ? [t('triage.views.missingOfficer', { count: officerIds.length })] : []),
    ...(tagIds.length > 0 ? [t('triage.views.missingTag', { count: tagIds.length })] : []),
  ];
  if (what.length === 0) return null;
  return <Notice tone="warn">{t('triage.views.missing', { what: what.join(', ') })}</Notice>;
}
