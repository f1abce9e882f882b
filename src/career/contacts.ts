/** Whether a person can be reached through the résumé. */
import type { Resume } from '../../data/types.ts';

/** True when there is at least one way. */
export const hasContacts = ({ person: { contacts } }: Resume): boolean =>
  contacts !== undefined && (contacts.email ?? contacts.phone ?? contacts.profiles?.[0]) !== undefined;
