import { Tour } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useUser } from '../session/session-provider';
import { type TourName, tours, type TourStep } from './steps';
import { endTour } from './tour-state';
import './tour.css';

const PATIENCE_MS = 4_000;

/** What comes with a page that is still loading; undefined where it does not come. */
async function appears(selector: string, alive: () => boolean): Promise<HTMLElement | undefined> {
  const end = Date.now() + PATIENCE_MS;
  while (alive() && Date.now() < end) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found?.offsetParent) return found;
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
  return undefined;
}

/** The tour itself, over the pages as they are with the data that is there. Arrow keys and Escape work as the buttons do. */
export default function TourGuide({ name }: { name: TourName }) {
  const { t } = useTranslation();
  const user = useUser();
  const navigate = useNavigate();
  const steps = tours[name];
  const [at, setAt] = useState<number>();
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
      target.current = wanted ? await appears(wanted, alive) : undefined;
      if (!alive()) return;
      target.current?.scrollIntoView({ block: 'center' });
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
  const end = () => {
    endTour(user.id, name);
    document.getElementById('main')?.focus();
  };
  return (
    <Tour
      open={at !== undefined}
      current={at ?? 0}
      rootClassName="qh-tour"
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
