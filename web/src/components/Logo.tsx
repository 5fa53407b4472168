export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#4450d6" />
      <path d="M7 9h18l-7 8.4v6.1l-4 2v-8.1z" fill="#fff" />
    </svg>
  );
}
