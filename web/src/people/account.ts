import { useQuery } from '@tanstack/react-query';
import { accounts } from '../api/clients';

// The company: what a user has not chosen is as the company has it.
export function useAccount() {
  return useQuery({ queryKey: ['account'], queryFn: () => accounts.getAccount({}) }).data;
}
