import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { holds, type Span, spanAt } from './window';

/** What fits a first picture, before the box has been measured. */
const FIRST = 640;

/** The rows to draw while `box` is scrolled. Drawn within the frame that scrolls, so that no gap is ever seen. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, rowHeight: number, on: boolean): Span {
  const [span, setSpan] = useState(() => spanAt(0, FIRST, rowHeight, count));
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !on) return;
    const look = () => {
      const { scrollTop, clientHeight } = element;
      setSpan((drawn) =>
        holds(drawn, scrollTop, clientHeight, rowHeight, count)
          ? drawn
          : spanAt(scrollTop, clientHeight, rowHeight, count),
      );
    };
    const follow = () => flushSync(look);
    look();
    const sized = new ResizeObserver(look);
    sized.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      sized.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [box, count, rowHeight, on]);
  return on ? { from: Math.min(span.from, count), to: Math.min(span.to, count) } : { from: 0, to: count };
}
