import { expect, test } from 'vitest';
import { deviceName } from './device_name';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [`${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/131.0.0.0 Safari/537.36`, 'Chrome, Windows'],
  [`${mozilla} (Windows NT 10.0) ${webkit} Chrome/130.0 YaBrowser/24.12.0.0 Safari/537.36`, 'Yandex Browser, Windows'],
  [`${mozilla} (Windows NT 10.0) ${webkit} Chrome/131.0 Safari/537.36 Edg/131.0.0.0`, 'Edge, Windows'],
  [`${mozilla} (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0`, 'Firefox, Linux'],
  [
    `${mozilla} (Linux; Android 14; SM-S918B) ${webkit} SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36`,
    'Samsung Internet, Android',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1`,
    'Safari, iPhone',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/131.0 Safari/604.1`,
    'Chrome, iPhone',
  ],
  [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15`, 'Safari, macOS'],
  ['curl/8.5', 'browser'],
])('%s', (userAgent, name) => expect(deviceName({ userAgent, maxTouchPoints: 0 })).toBe(name));

test('an iPad, which says that it is a Mac, is told by its touch screen', () => {
  const userAgent = `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15`;
  expect(deviceName({ userAgent, maxTouchPoints: 5 })).toBe('Safari, iPad');
});
