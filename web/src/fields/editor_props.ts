import type { Field } from '../gen/voronka/crm/v1/field_set_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';

// What an editor of any kind is given.
export interface EditorProps {
  field: Field;
  label: string;
  people: Map<bigint, User>;
  typed: string;
  change: (typed: string) => void;
  // Saves it at once, or takes it into the form around it.
  choose: (typed: string) => void;
  // Saves what is typed. Absent: a form around it does.
  finish?: () => void;
  // What is in the input is no value, and cannot be typed text either.
  refuse: () => void;
  problem: string | undefined;
  // The user has just opened it.
  autoFocus: boolean;
}
