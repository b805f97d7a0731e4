// SPDX-License-Identifier: AGPL-3.0-or-later
// The icons, drawn for this product on a grid of 24 with a stroke of 1.7; all are decoration beside words.

const CHANNELS: Readonly<Record<string, string>> = {
  web: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c-5 5.2-5 11.8 0 17M12 3.5c5 5.2 5 11.8 0 17',
  social:
    'M8.6 12a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0zM20.1 5.8a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0zM20.1 18.2a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0zM8.3 10.8l6.9-3.8M8.3 13.2l6.9 3.8',
  chat: 'M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 1.5H12L7.5 20v-3.5h-2A1.5 1.5 0 0 1 4 15V6a1.5 1.5 0 0 1 1.5-1.5zM8 9h8M8 12.5h5',
  email:
    'M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V7A1.5 1.5 0 0 1 5 5.5zM4 6.8l8 6.2 8-6.2',
  phone:
    'M8.7 4l1.9 4.4-2.3 1.8a12 12 0 0 0 5.5 5.5l1.8-2.3L20 15.3v3.5a1.6 1.6 0 0 1-1.7 1.6C10.5 19.9 4.1 13.5 3.6 5.7A1.6 1.6 0 0 1 5.2 4z',
  desk: 'M14.8 6.3a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM6.5 15c.3-2.7 2.5-4 5.5-4s5.2 1.3 5.5 4M3.5 15h17M5.5 15v5.5M18.5 15v5.5',
  practice: 'M6 3.5h8.5l4 4v13H6zM14.5 3.5v4h4M9.3 14l2 2 3.7-4',
};

const OTHER_CHANNEL = 'M4 13.5l2.5-8h11l2.5 8v5.5H4zM4 13.5h4.5l1.2 2.3h4.6l1.2-2.3H20';

const SHAPES = {
  calendar:
    'M5.5 5.5h13A1.5 1.5 0 0 1 20 7v11.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5V7a1.5 1.5 0 0 1 1.5-1.5zM4 10h16M8.5 3.5v4M15.5 3.5v4',
  channels: 'M4 6.5h16M7 12h10M10 17.5h4',
  down: 'M7 10l5 5 5-5',
  arrow: 'M4.5 12h15M14 6.5l5.5 5.5-5.5 5.5',
  table: 'M4.5 5h15v14h-15zM4.5 10h15M4.5 14.5h15M10 5v14',
  alert: 'M12 4.2l8.8 15.3H3.2zM12 10v4.5M12 16.8v.2',
  link: 'M10 14a4 4 0 0 0 5.6 0l3.2-3.2a4 4 0 0 0-5.6-5.6l-1.2 1.2M14 10a4 4 0 0 0-5.6 0l-3.2 3.2a4 4 0 0 0 5.6 5.6l1.2-1.2',
  download: 'M12 4v11M7.5 10.8l4.5 4.5 4.5-4.5M4.5 19.5h15',
  close: 'M6 6l12 12M18 6L6 18',
  help: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM9.6 9.6a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.2 1-1.2 2M12 16.7v.2',
  sun: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6L18 18M18 6l-1.4 1.4M7.4 16.6L6 18',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  info: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 11v5.5M12 7.6v.2',
  lock: 'M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  up: 'M12 6l7 12H5z',
  fall: 'M12 18L5 6h14z',
  ring: 'M17 12a5 5 0 1 1-10 0 5 5 0 0 1 10 0z',
  season:
    'M15.5 12a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM12 4v2M12 18v2M4 12h2M18 12h2M6.3 6.3l1.4 1.4M16.3 16.3l1.4 1.4M17.7 6.3l-1.4 1.4M7.7 16.3l-1.4 1.4',
  upload: 'M12 15.5v-11M7.5 8.8L12 4.3l4.5 4.5M4.5 19.5h15',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  undo: 'M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3',
  user: 'M15.5 8.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM5 20c.5-4 3-6 7-6s6.5 2 7 6',
  retry: 'M19 6.5v4.3h-4.3M19 10.8A7.5 7.5 0 1 0 19.5 13',
} as const;

export type IconName = keyof typeof SHAPES;

/** A small drawing beside words that say the same. */
export function Icon({ name }: { name: IconName }) {
  return <Drawing path={SHAPES[name]} />;
}

/** The icon of a channel in the channel's colour; channels of the town's own share one. */
export function ChannelIcon({ code }: { code: string }) {
  return <Drawing path={CHANNELS[code] ?? OTHER_CHANNEL} className="icon channel-icon" />;
}

/** The same inside a drawing, 20 pixels wide from there. */
export function ChannelMark({ code, x, y }: { code: string; x: number; y: number }) {
  const place = `translate(${x} ${y}) scale(${20 / 24})`;
  return <path class="channel-mark" d={CHANNELS[code] ?? OTHER_CHANNEL} transform={place} />;
}

function Drawing({ path, className = 'icon' }: { path: string; className?: string }) {
  return (
    <svg class={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

/** The class that gives an element and what is in it the colour of a channel. */
export const channelClass = (code: string): string =>
  code in CHANNELS ? `channel channel-${code}` : 'channel';

/** The emblem in the header: a shield with a tower. */
export function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 28 34" aria-hidden="true" focusable="false">
      <path d="M2 2h24v15c0 7.5-5 12.5-12 15C7 29.5 2 24.5 2 17z" />
      <path d="M9 24V10h2.5v2.5h5V10H19v14M12.5 24v-4.5h3V24M7.5 24h13" />
    </svg>
  );
}
