import { useMutation } from '@tanstack/react-query';
import { configurations } from '../api/configuration_client';
import { refusalOf } from '../api/refusal';
import { userZone } from '../calendar/user_zone';
import { wallDay } from '../calendar/zone';
import { serverNow } from '../clock/server_clock';
import { download } from '../components/download';
import { showToast } from '../components/toasts';

export interface Exported {
  // Undefined: as it is now.
  version?: bigint;
  // Of the version. Undefined: today.
  day?: Date;
}

// `voronka-2026-12-31-v7.textproto`.
const fileName = (day: Date, version: bigint): string => `voronka-${wallDay(day, userZone())}-v${version}.textproto`;

// Downloads the file of a configuration. The last value: whether it is on its way.
export function useExport({ version, day }: Exported): [() => void, boolean] {
  const act = useMutation({
    mutationFn: () => configurations.getConfiguration({ version }),
    onSuccess: ({ file, version: exported }) => download(fileName(day ?? new Date(serverNow()), exported), file),
    onError: (error) => showToast(refusalOf(error).message),
  });
  return [() => act.mutate(), act.isPending];
}
