import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { users } from '../api/clients';
import { refusalOf } from '../api/refusal';
import type { User, UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { learnOwn } from '../session/authentication';
import { peopleKey, putPerson } from './people';

interface Edit {
  // The same when the same edit is retried.
  requestId: string;
  user: MessageInitShape<typeof UserSchema>;
  // The changed fields, as in an update mask.
  paths: string[];
}

// Changes a user. Refused when somebody else has changed them meanwhile: then they are read again.
export function useUserEdit(user: User, done: (changed: User) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ requestId, user: fields, paths }: Edit) =>
      users.updateUser({ requestId, userId: user.id, user: fields, updateMask: { paths }, etag: user.etag }),
    onSuccess: (changed) => {
      putPerson(client, changed);
      learnOwn(changed);
      done(changed);
    },
    onError: (error) => {
      if (refusalOf(error).reason === 'STALE_ETAG') void client.invalidateQueries({ queryKey: peopleKey });
    },
  });
}
