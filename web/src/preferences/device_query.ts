import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { devices } from '../api/notifier_clients';
import type { Device } from '../gen/voronka/notifier/v1/device_pb';
import { isOwn, turnOff } from '../pushes/subscribe';

const devicesKey = ['devices'];
// No event tells that one was used, or removed elsewhere.
const everyMs = 30_000;

// Where the user's pushes go. `phase`: of this browser, which may be among them by now.
export function useDevices(phase: string) {
  return useQuery({
    queryKey: [...devicesKey, phase],
    queryFn: async () => (await devices.listDevices({})).devices,
    // Until the list comes, it is as it was: a dialog about one of its devices stays.
    placeholderData: (before) => before,
    refetchOnMount: 'always',
    refetchInterval: everyMs,
  });
}

export function useReloadDevices(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: devicesKey });
}

// This browser is unsubscribed as well, so that it does not come back by itself.
export function useRemoveDevice(onSuccess: () => void) {
  const reload = useReloadDevices();
  return useMutation({
    mutationFn: async (device: Device) => {
      if (isOwn(device)) return turnOff();
      await devices.removeDevice({ requestId: `remove-device-${device.id}`, deviceId: device.id });
    },
    onSuccess,
    onSettled: reload,
  });
}
