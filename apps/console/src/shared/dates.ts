import dayjs, { type Dayjs } from 'dayjs';

/** One written form for both languages: nobody mistakes 2026-03-04. */
export const day = (iso: string | undefined | null): string => (iso ? dayjs(iso).format('YYYY-MM-DD') : '');
export const moment = (iso: string | undefined | null): string => (iso ? dayjs(iso).format('YYYY-MM-DD HH:mm') : '');
export const period = (from: string, to: string): string => `${day(from)} – ${day(to)}`;

const EIGHT_HOURS = 8 * 3_600_000;

/** The day it is where the accounts are kept (Asia/Shanghai, no summer time), wherever the browser stands. */
export const today = (now = Date.now()): Dayjs => dayjs(new Date(now + EIGHT_HOURS).toISOString().slice(0, 10));
