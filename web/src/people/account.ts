import { useQuery } from '@tanstack/react-query';
import { accounts } from '../api/clients';

export const accountKey = ['account'];

// The company: what a user has not chosen is as the company has it.
export function useAccount() {
  return useQuery({ queryKey: accountKey, queryFn: () => accounts.getAccount({}) }).data;
}
