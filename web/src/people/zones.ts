// The zones of Russia from west to east, each by its best known city; `name` is the key of its text.
const russian = [
  { zone: 'Europe/Kaliningrad', name: 'zones.kaliningrad' },
  { zone: 'Europe/Moscow', name: 'zones.moscow' },
  { zone: 'Europe/Samara', name: 'zones.samara' },
  { zone: 'Asia/Yekaterinburg', name: 'zones.yekaterinburg' },
  { zone: 'Asia/Omsk', name: 'zones.omsk' },
  { zone: 'Asia/Novosibirsk', name: 'zones.novosibirsk' },
  { zone: 'Asia/Krasnoyarsk', name: 'zones.krasnoyarsk' },
  { zone: 'Asia/Irkutsk', name: 'zones.irkutsk' },
  { zone: 'Asia/Yakutsk', name: 'zones.yakutsk' },
  { zone: 'Asia/Vladivostok', name: 'zones.vladivostok' },
  { zone: 'Asia/Magadan', name: 'zones.magadan' },
  { zone: 'Asia/Kamchatka', name: 'zones.kamchatka' },
];

interface ZoneGroup {
  // The key of its text.
  group: string;
  zones: { zone: string; name?: string }[];
}

// What a user chooses from. `chosen` is among them even if this browser does not know it.
export function zoneGroups(chosen: string, known: string[] = Intl.supportedValuesOf('timeZone')): ZoneGroup[] {
  const named = new Set(russian.map(({ zone }) => zone));
  const others = known.filter((zone) => !named.has(zone));
  if (chosen && !named.has(chosen) && !others.includes(chosen)) others.unshift(chosen);
  return [
    { group: 'zones.russia', zones: russian },
    { group: 'zones.others', zones: others.map((zone) => ({ zone })) },
  ];
}

// The key of the text that names the zone. Undefined: it goes by its own name.
export const zoneTitle = (zone: string): string | undefined => russian.find((known) => known.zone === zone)?.name;
