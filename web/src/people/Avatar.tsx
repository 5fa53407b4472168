import styles from './Avatar.module.css';

const tones = [
  { background: '#e3e7ff', color: '#303aab' },
  { background: '#dff3e6', color: '#1b6a40' },
  { background: '#ffe9d6', color: '#8a4510' },
  { background: '#fbe3ef', color: '#912a60' },
  { background: '#dff1f7', color: '#135f7a' },
  { background: '#efe6fb', color: '#6232a0' },
];

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
}

interface FaceProps {
  userId: bigint;
  name: string;
  size?: number;
}

// A person as a coloured circle. The name is in its title, or next to it.
export function Avatar({ userId, name, size = 24 }: FaceProps) {
  const tone = tones[Number(userId % BigInt(tones.length))];
  return (
    <span
      className={styles.avatar}
      style={{ ...tone, width: size, fontSize: size * 0.45 }}
      title={name}
      aria-hidden="true"
      data-initials={initials(name)}
    />
  );
}
