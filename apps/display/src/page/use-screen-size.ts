import { useEffect, useState } from 'react';

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** The window's size in CSS pixels. */
export function useScreenSize(): ScreenSize {
  const [size, setSize] = useState(screenSize);
  useEffect(() => {
    const measure = (): void => setSize(screenSize());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return size;
}

function screenSize(): ScreenSize {
  // Rendered without a window, in a test: the size of a television.
  if (typeof innerWidth === 'undefined') return { width: 1920, height: 1080 };
  return { width: innerWidth, height: innerHeight };
}
