// People and departments as choices in other forms.
import { usePeople } from "../file";
import type { Option } from "../parts";

/** The posts to choose from, each with its initials. */
export function usePersonOptions(): Option[] {
  const people = usePeople().data?.people ?? [];
  return people.map(({ id, fields }) => ({
    id,
    label: [fields.post, fields.initials && `(${fields.initials})`].filter(Boolean).join(" "),
    description: fields.name || undefined,
  }));
}

/** The departments to choose from. */
export function useDepartmentOptions(): Option[] {
  const departments = usePeople().data?.departments ?? [];
  return departments.map(({ id, fields }) => ({ id, label: fields.name || fields.short || id }));
}
