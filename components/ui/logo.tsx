/** The bubble that is also a clock. Decoration: the name of the extension stands beside it. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M16 2a13 13 0 0 0-11.3 19.4L3.2 28.1a1.2 1.2 0 0 0 1.5 1.4l6.6-2A13 13 0 1 0 16 2z"
        fill="var(--logo)"
      />
      <path
        d="M15.5 8.2v7.6h6.4"
        fill="none"
        stroke="var(--logo-hand)"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
