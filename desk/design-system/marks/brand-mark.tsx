/** The desk's mark, as in `public/mark.svg`: drawn with the page instead of asked for. */
export function BrandMark({ size, className }: { size: number; className?: string }) {
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="#0b6e6e" />
      <path
        d="M7 11h6.5a5 5 0 0 1 5 5v0a5 5 0 0 0 5 5H25M25 11h-3.2M10.2 21H7"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
