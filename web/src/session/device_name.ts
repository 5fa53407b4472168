// The parts of `Navigator` that tell devices apart.
interface Device {
  userAgent: string;
  // Tells an iPad from a Mac, whose user agent it sends.
  maxTouchPoints: number;
}

type Names = readonly (readonly [RegExp, string])[];

// The first that fits: most browsers also call themselves Chrome or Safari.
const browsers: Names = [
  [/YaBrowser\//, 'Yandex Browser'],
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: Names = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const nameIn = (names: Names, userAgent: string) => names.find(([pattern]) => pattern.test(userAgent))?.[1];

function systemOf({ userAgent, maxTouchPoints }: Device): string | undefined {
  const system = nameIn(systems, userAgent);
  return system === 'macOS' && maxTouchPoints > 1 ? 'iPad' : system;
}

// By which the user knows the device again: `Chrome, Windows`.
export function deviceName(device: Device): string {
  return [nameIn(browsers, device.userAgent), systemOf(device)].filter(Boolean).join(', ') || 'browser';
}
