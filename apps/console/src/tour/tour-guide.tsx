import { Tour, type TourProps } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useUser } from '../session/session-provider';
import { type TourName, tours, type TourStep } from './steps';
import { endTour } from './tour-state';
import './tour.css';

const PATIENCE_MS = 8_000;
const LOOK_MS = 80;
const WATCH_MS = 250;
/** A page that still grows moves what is on it; longer than this nobody waits for it to stop. */
const STILL_MS = 2_000;
/** Room that the words need beside what they speak of, arrow and all. */
const ROOM = 220;

const later = () => new Promise((resolve) => setTimeout(resolve, LOOK_MS));

const seen = (selector: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(selector)].find(({ offsetParent }) => offsetParent);
const placeOf = (element: HTMLElement): string => {
  const { top, left, width, height } = element.getBoundingClientRect();
  return [top, left, width, height].map(Math.round).join();
};

/** What comes with a page that is still loading; undefined where it does not come. */
async function appears(selector: string, alive: () => boolean): Promise<HTMLElement | undefined> {
  const end = Date.now() + PATIENCE_MS;
  while (alive() && Date.now() < end) {
    const found = seen(selector);
    if (found) return found;
    await later();
  }
  return undefined;
}

/** The same, in sight and staying where it is: the page before may still be there, and the new one may still grow. */
async function settles(selector: string, alive: () => boolean): Promise<HTMLElement | undefined> {
  const found = await appears(selector, alive);
  const end = Date.now() + STILL_MS;
  let [element, before, same] = [found, '', 0];
  while (element && alive() && same < 3 && Date.now() < end) {
    element.scrollIntoView({ block: 'center' });
    const now = placeOf(element);
    same = now === before ? same + 1 : 0;
    before = now;
    await later();
    const again = seen(selector);
    if (again !== element) same = 0;
    element = again;
  }
  return element;
}

/** Below what they speak of, above it where there is more room, and in its middle where it fills the screen. */
function placementFor(element: HTMLElement | undefined): TourProps['placement'] {
  if (!element) return 'center';
  const { top, bottom } = element.getBoundingClientRect();
  return innerHeight - bottom >= ROOM ? 'bottom' : top >= ROOM ? 'top' : 'center';
}

/** The tour itself, over the pages as they are with the data that is there. Arrow keys and Escape work as the buttons do. */
export default function TourGuide({ name }: { name: TourName }) {
  const { t } = useTranslation();
  const user = useUser();
  const navigate = useNavigate();
  const steps = tours[name];
  const [at, setAt] = useState<number>();
  const [, setMoved] = useState(0);
  const [placement, setPlacement] = useState<TourProps['placement']>();
  const target = useRef<HTMLElement>(undefined);
  const turn = useRef(0);
  const go = useCallback(
    async (next: number, back: boolean) => {
      const mine = ++turn.current;
      const alive = () => turn.current === mine;
      setAt(undefined);
      let i = next;
      // A page that the data do not lead to is passed over, in the direction of travel.
      while (i >= 0 && i < steps.length && !(await arrive(steps[i]!, navigate, alive))) i += back ? -1 : 1;
      if (!alive()) return;
      if (i < 0 || i >= steps.length) return endTour(user.id, name);
      const wanted = steps[i]!.target;
      target.current = wanted ? await settles(wanted, alive) : undefined;
      if (!alive()) return;
      setPlacement(placementFor(target.current));
      setAt(i);
    },
    [name, navigate, steps, user.id],
  );
  useEffect(() => {
    void go(0, false);
    return () => {
      turn.current++;
    };
  }, [go]);
  useEffect(() => {
    if (at === undefined) return;
    const timer = setTimeout(() => document.querySelector<HTMLElement>('.qh-tour .tour-next')?.focus(), 60);
    return () => clearTimeout(timer);
  }, [at]);
  // A panel that is drawn anew or moves while its words stand takes them along.
  useEffect(() => {
    const wanted = at === undefined ? undefined : steps[at]!.target;
    if (!wanted) return;
    let before = target.current && placeOf(target.current);
    const timer = setInterval(() => {
      const now = seen(wanted);
      const place = now && placeOf(now);
      if (now === target.current && place === before) return;
      target.current = now;
      before = place;
      setPlacement(placementFor(now));
      setMoved((times) => times + 1);
      dispatchEvent(new Event('resize'));
    }, WATCH_MS);
    return () => clearInterval(timer);
  }, [at, steps]);
  const end = () => {
    endTour(user.id, name);
    document.getElementById('main')?.focus();
  };
  // Between two steps no words stand there that could hear Escape.
  useEffect(() => {
    if (at !== undefined) return;
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && end();
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  });
  return (
    <Tour
      open={at !== undefined}
      current={at ?? 0}
      rootClassName="qh-tour"
      placement={placement}
      onChange={(next) => void go(next, next < (at ?? 0))}
      onClose={end}
      onFinish={end}
      steps={steps.map(({ key }) => ({
        title: t(`tour:${name}.${key}.title`),
        description: <span id="tour-says">{t(`tour:${name}.${key}.text`)}</span>,
        target: () => target.current as HTMLElement,
        nextButtonProps: {
          className: 'tour-next',
          children: t(key === steps.at(-1)!.key ? 'tour:finish' : 'tour:next'),
          ...({ 'aria-describedby': 'tour-says', 'data-test': 'tour-next' } as object),
        },
        prevButtonProps: { children: t('tour:back') },
      }))}
      indicatorsRender={(current, total) => (
        <span className="muted num">
          {current + 1} / {total}
        </span>
      )}
    />
  );
}

async function arrive(step: TourStep, navigate: (to: string) => unknown, alive: () => boolean): Promise<boolean> {
  if (step.follow) {
    const link = await appears(step.follow, alive);
    if (!link) return false;
    await navigate(link.getAttribute('href')!);
  } else if (step.path && step.path !== location.pathname + location.search) await navigate(step.path);
  return alive();
}
