import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { deliveries, devices } from '../api/notifier_clients';
import { refusalOf } from '../api/refusal';
import type { Device } from '../gen/voronka/notifier/v1/device_pb';
import { i18n } from '../i18n/i18n';
import { useReloadDevices } from './device_query';
import { follow } from './trial_story';

// A signal that is aborted when the screen goes.
function useWhileShown(): () => AbortSignal {
  const signal = useRef(AbortSignal.abort());
  useEffect(() => {
    const controller = new AbortController();
    signal.current = controller.signal;
    return () => controller.abort();
  }, []);
  return () => signal.current;
}

// Sends a notification to the device, and tells what becomes of it until that is known.
export function useDeviceTest({ id }: Device) {
  const [text, setText] = useState('');
  const whileShown = useWhileShown();
  const reload = useReloadDevices();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      setText('');
      const { notificationId } = await devices.testDevice({ requestId: crypto.randomUUID(), deviceId: id });
      setText(i18n.t('pushes.tested'));
      const ask = async () => (await deliveries.explainDelivery({ notificationId })).steps;
      const tell = ({ text: told }: { text: string }) => setText(told);
      const ended = await follow({ ask, tell, signal: whileShown() });
      if (!ended) setText((told) => `${told} ${i18n.t('pushes.testUnanswered')}`);
    },
    // It was seen just now, or its push service says what is wrong.
    onSettled: reload,
  });
  return { test: () => mutate(), isBusy: isPending, text, problem: error ? refusalOf(error).message : '' };
}
