export interface ArrowProps {
  readonly className: string;
}

export function Arrow({ className }: ArrowProps) {
  return (
    <svg className={className} viewBox="0 0 24 16" aria-hidden="true">
      <path d="M2 8h19M14 1.5 21 8l-7 6.5" />
    </svg>
  );
}
