import type { PriorityIcon } from '@motcua/domain';
import type { ReactNode } from 'react';

/** Drawn with one stroke width on a grid of 48 by 48, to be readable from an arm's length. */
const PICTURES = {
  elderly: (
    <>
      <circle cx="20" cy="9" r="5" />
      <path d="M20 17c-5 3-6 9-5 15l6 3v9M15 32l-4 12M20 18l5 8 7 1" />
      <path d="M32 44V28a3.5 3.5 0 0 1 7 0" />
    </>
  ),
  disabled: (
    <>
      <circle cx="19" cy="7" r="4" />
      <path d="M19 14v13h12l5 11 5-2M19 19h10" />
      <path d="M14 22a11 11 0 1 0 17 14" />
    </>
  ),
  pregnant: (
    <>
      <circle cx="21" cy="8" r="5" />
      <path d="M19 16c-4 5-4 11-3 17v11M19 16c4 1 5 4 6 7 6 1 8 10 1 12l-1 9" />
      <path d="M18 24c2 4 5 5 9 4" />
    </>
  ),
  child: (
    <>
      <circle cx="16" cy="8" r="5" />
      <path d="M11 44V31l-2-3V18h14v10l-2 3v13M16 32v12M23 19l7 9" />
      <circle cx="35" cy="25" r="4" />
      <path d="M30 28v-0M31 44V33h8v11M35 38v6" />
    </>
  ),
  merit: (
    <>
      <path d="M16 4h16l-3 12H19z" />
      <circle cx="24" cy="30" r="14" />
      <path d="m24 21 2.7 5.9 6.3.7-4.700 4.300 1.300 6.300L24 35l-5.600 3.200 1.300-6.300-4.700-4.300 6.300-.7z" />
    </>
  ),
  grief: (
    <>
      <path d="M24 4c4 5 5 7 5 9a5 5 0 0 1-10 0c0-2 1-4 5-9z" />
      <path d="M24 18v4M17 22h14v16H17zM10 38h28v6H10z" />
    </>
  ),
  other: (
    <>
      <circle cx="24" cy="12" r="6" />
      <path d="M13 44V30a8 8 0 0 1 8-8h6a8 8 0 0 1 8 8v14M24 29v8M20 33h8" />
    </>
  ),
} as const satisfies Record<PriorityIcon, ReactNode>;

export interface PriorityPictureProps {
  readonly name: PriorityIcon;
}

export function PriorityPicture({ name }: PriorityPictureProps) {
  return (
    <svg
      data-picture
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PICTURES[name]}
    </svg>
  );
}
