import { useState } from 'react';
import { useMe } from '../../lib/session.js';
import type { BulkFormProps } from './bulk-form.js';

/** Officers and tags belong to a department: first that of the selected rows, and any other of the viewer's to choose. */
export function useSelectedDepartment({ rows, selection }: BulkFormProps) {
  const { departments } = useMe();
  const ofRows = rows.find(({ id }) => selection.isSelected(id))?.department.slug;
  const [slug, choose] = useState(ofRows ?? departments[0]?.slug ?? '');
  return { departments, slug, choose: (other: string) => choose(other) };
}
